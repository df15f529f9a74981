import { whenBack } from '../../../main/web/look/when-back';
import { aClient } from '../client/by-hand';
import { same } from '../expect';

const signedIn = { type: 'authenticated', account: 'alice', roles: ['BIDDER'] };

Deno.test('what is shown is read again when the connection is back, and not when it comes up or a token is renewed', () => {
  const { client, at } = aClient();
  at.socket.welcome();
  let told = 0;
  const stop = whenBack(client, () => told++);
  at.socket.hear(signedIn);
  at.socket.hear(signedIn);
  same(told, 0);
  client.connection.reopen();
  at.socket.welcome();
  same(told, 0);
  at.socket.hear(signedIn);
  at.socket.hear(signedIn);
  same(told, 1);
  stop();
  client.connection.reopen();
  at.socket.welcome();
  at.socket.hear(signedIn);
  same(told, 1);
});
