import { same } from '../expect';
import { aClient, aToken, alice, settled } from './by-hand';

const NOW = Date.parse('2026-11-22T14:00:00.000Z');
const MINUTE = 60_000;

function source() {
  let count = 0;
  return { token: () => aToken(NOW + ++count * 10 * MINUTE, `token ${count}`), asked: () => count };
}

Deno.test('the token is said on every connection, and the account is what the gateway says', async () => {
  const { client, at } = await alice();
  same(at.socket.saidOf('auth'), [{ type: 'auth', token: 'alices-token' }]);
  same(client.session.who, { account: 'alice', roles: ['BIDDER'], token: 'alices-token' });
  at.socket.fall();
  await at.pass(500);
  at.socket.welcome();
  same([at.socket.saidOf('auth').length, client.bids.open], [1, false]);
});

Deno.test('a minute before it expires another token is said on the same connection', async () => {
  const { client, at } = aClient();
  const tokens = source();
  await client.session.use(tokens.token);
  at.socket.welcome();
  at.socket.hear({ type: 'authenticated', account: 'alice', roles: [] });
  const sockets = at.sockets.length;
  for (let beat = 0; beat < 53; beat++) {
    at.socket.hear({ type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: {} });
    await at.pass(10_000);
  }
  same(tokens.asked(), 1);
  at.socket.hear({ type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: {} });
  await at.pass(10_000);
  same([tokens.asked(), at.socket.saidOf('auth').length, at.sockets.length, client.bids.open], [2, 2, sockets, true]);
  same(client.session.token, at.socket.saidOf('auth')[1]!['token']);
});

Deno.test('a token that the gateway no longer takes is replaced once, then the session is lost', async () => {
  const { client, at } = aClient();
  const tokens = source();
  const lost: string[] = [];
  client.sessionsLost.on((why) => lost.push(why));
  await client.session.use(tokens.token);
  at.socket.welcome();
  at.socket.hear({ type: 'error', code: 'bad-token', message: 'forged' });
  await settled();
  same([tokens.asked(), at.socket.saidOf('auth').length, lost], [2, 2, []]);
  at.socket.hear({ type: 'error', code: 'bad-token', message: 'forged' });
  await settled();
  same([lost, client.session.token], [['forged'], undefined]);
});

Deno.test('a fixed token that expired ends the session, not the watching', async () => {
  const { client, at } = await alice();
  const lost: string[] = [];
  client.sessionsLost.on((why) => lost.push(why));
  at.socket.hear({ type: 'error', code: 'unauthenticated', message: 'the token has expired: say auth again' });
  same([lost.length, client.session.who, client.bids.open], [1, undefined, false]);
  at.socket.welcome();
  same(client.connection.state, 'live');
});

Deno.test('an issuer the gateway cannot ask for now is asked again', async () => {
  const { client, at } = aClient();
  await client.session.use('alices-token');
  at.socket.welcome();
  at.socket.hear({ type: 'error', code: 'unavailable', message: 'later', retryAfterMs: 1_000 });
  await at.pass(1_000);
  same(at.socket.saidOf('auth').length, 2);
});

Deno.test('a source that only has tokens which have expired is not asked again and again', async () => {
  const { client, at } = aClient();
  const lost: string[] = [];
  client.sessionsLost.on((why) => lost.push(why));
  let asked = 0;
  await client.session.use(() => aToken(NOW - ++asked * MINUTE));
  at.socket.welcome();
  await settled();
  same([asked, at.socket.saidOf('auth').length], [2, 1]);
  for (let refusal = 0; refusal < 2; refusal++) {
    at.socket.hear({ type: 'error', code: 'bad-token', message: 'it has expired' });
    await settled();
  }
  same([asked, lost, client.session.token], [3, ['it has expired'], undefined]);
});

Deno.test('where no more tokens are to be had, the last one counts as long as it holds', async () => {
  const { client, at } = aClient();
  const lost: string[] = [];
  client.sessionsLost.on((why) => lost.push(why));
  let asked = 0;
  const last = aToken(NOW + 4 * MINUTE);
  await client.session.use(() => {
    if (++asked === 1) return last;
    client.session.renewFrom(undefined);
    throw new Error('invalid_grant');
  });
  at.socket.welcome();
  at.socket.hear({ type: 'authenticated', account: 'alice', roles: [] });
  for (let beat = 0; beat < 19; beat++) {
    at.socket.hear({ type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: {} });
    await at.pass(10_000);
  }
  same([asked, at.socket.saidOf('auth').map(({ token }) => token), lost], [2, [last, last], []]);
  at.socket.hear({ type: 'error', code: 'unauthenticated', message: 'the token has expired' });
  same([lost, client.session.token], [['the token has expired'], undefined]);
});

Deno.test('a source that fails is asked again, for as long as the connection lasts', async () => {
  const { client, at } = aClient();
  let asked = 0;
  await client.session.use(() => (++asked === 2 ? Promise.reject(new Error('no network')) : aToken(NOW + asked * 2 * MINUTE)));
  at.socket.welcome();
  at.socket.hear({ type: 'authenticated', account: 'alice', roles: [] });
  for (let beat = 0; beat < 7; beat++) {
    at.socket.hear({ type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: {} });
    await at.pass(10_000);
  }
  same([asked, at.socket.saidOf('auth').length], [3, 2]);
});

Deno.test('the demo issuer is asked by name, and becoming somebody else is another connection', async () => {
  const { client, at } = aClient();
  at.socket.welcome();
  at.answer = () => ({ status: 200, body: { token: 't', account: 'bob', roles: ['SELLER'] } });
  const told: unknown[] = [];
  client.session.changes.on((who) => told.push(who?.account));
  await client.session.signIn('bob', ['SELLER']);
  same(at.calls, [{ url: 'http://gavel.test/demo/token', body: { user: 'bob', roles: ['SELLER'] } }]);
  same([client.session.may('SELLER'), at.sockets.length, told], [true, 2, ['bob']]);
  const ready = client.ready();
  at.socket.welcome();
  at.socket.hear({ type: 'authenticated', account: 'bob', roles: ['SELLER'] });
  await ready;
  client.session.signOut();
  same([told, at.sockets.length], [['bob', null], 3]);
});

Deno.test('a session is kept where it is told to be', async () => {
  const kept = new Map<string, string>();
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  const { client, at } = aClient({ store });
  await client.session.use('alices-token');
  at.socket.welcome();
  at.socket.hear({ type: 'authenticated', account: 'alice', roles: [] });
  same(aClient({ store }).client.session.who?.account, 'alice');
  client.session.signOut();
  same(aClient({ store }).client.session.who, undefined);
});
