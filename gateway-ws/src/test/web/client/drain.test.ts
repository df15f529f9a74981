import { same } from '../expect';
import { LOT } from './a-lot';
import { aClient, alice } from './by-hand';

Deno.test('after a drain it comes back when the gateway asked for it, not before', async () => {
  const { client, at } = aClient();
  at.socket.welcome();
  at.socket.fall(1012, '{"reason":"drain","retryAfterMs":3000}');
  same(client.connection.state, 'reconnecting');
  await at.pass(2_999);
  at.happens('online');
  at.happens('shown');
  same(at.sockets.length, 1);
  await at.pass(1);
  same(at.sockets.length, 2);
});

Deno.test('a reason that is no JSON, or of nonsense, changes nothing', async () => {
  for (const reason of ['drain', '{"retryAfterMs":"soon"}', '{"retryAfterMs":', '{"retryAfterMs":-1}']) {
    const { at } = aClient();
    at.socket.welcome();
    at.socket.fall(1012, reason);
    await at.pass(500);
    same(at.sockets.length, 2);
  }
});

Deno.test('what the gateway refuses the connection as such delays the next one', async () => {
  const { at } = aClient();
  at.socket.welcome();
  at.socket.hear({ type: 'error', code: 'busy', message: 'too fast', retryAfterMs: 2_000 });
  at.socket.fall(4429, 'too fast');
  await at.pass(1_999);
  same(at.sockets.length, 1);
  await at.pass(1);
  same(at.sockets.length, 2);
});

Deno.test('from 4500 on it does not come back by itself', async () => {
  const { client, at } = aClient();
  at.socket.welcome();
  at.socket.fall(4500, 'go away');
  await at.pass(60_000);
  same([client.connection.state, at.sockets.length], ['offline', 1]);
});

Deno.test('silence for two and a half heartbeats is a fall', async () => {
  const { client, at } = aClient();
  at.socket.welcome();
  await at.pass(20_000);
  at.socket.hear({ type: 'heartbeat', serverTime: '2026-11-22T14:00:20.000Z', versions: {} });
  await at.pass(24_999);
  same(client.connection.state, 'live');
  await at.pass(1);
  same([client.connection.state, at.sockets[0]!.closed], ['reconnecting', true]);
});

Deno.test('without a network nothing is tried; with it, at once', async () => {
  const { client, at } = aClient();
  at.socket.welcome();
  at.happens('offline');
  await at.pass(60_000);
  same([client.connection.state, at.sockets.length], ['offline', 1]);
  at.happens('online');
  same(at.sockets.length, 2);
});

Deno.test('closed is closed, and nothing is left that would keep a program from ending', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  client.watch(LOT, { onEvent: () => {} });
  at.socket.hear({ type: 'error', code: 'busy', message: 'later', lot: LOT, retryAfterMs: 1_000 });
  client.close();
  same([(await result).kind, at.waiting], ['undecided', 0]);
  const before = at.sockets.length;
  at.happens('online');
  await at.pass(60_000);
  same([client.connection.state, at.sockets.length, at.socket.closed], ['offline', before, true]);
});
