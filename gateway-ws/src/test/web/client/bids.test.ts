import { same } from '../expect';
import { LOT } from './a-lot';
import { aClient, alice, live, settled, type ByHand } from './by-hand';

const decision = (id: string, outcome = 'accepted') => ({ type: 'decision', id, lot: LOT, by: 'alice', outcome, paddle: 1, max: 500 });
const error = (code: string, more: object = {}) => ({ type: 'error', code, message: code, id: 'id-1', lot: LOT, ...more });

async function fallAndComeBack(at: ByHand): Promise<void> {
  at.socket.fall();
  await at.pass(500);
  live(at);
  await settled();
}

Deno.test('a bid is sent once and settled by its decision', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  same(at.socket.saidOf('bid'), [{ type: 'bid', id: 'id-1', lot: LOT, amount: 500 }]);
  at.socket.hear(decision('id-1', 'rejected'));
  same(await result, { kind: 'decided', id: 'id-1', decision: decision('id-1', 'rejected') });
  same(client.ownBids.of('alice', LOT), { paddle: 1, max: 500 });
});

Deno.test('one without an answer is sent again under its id, and insists', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500, { confirmLarge: true });
  await fallAndComeBack(at);
  const again = { type: 'bid', id: 'id-1', lot: LOT, amount: 500, confirmLarge: true, insist: true };
  same(at.socket.saidOf('bid'), [again]);
  await at.pass(5_000);
  same(at.socket.saidOf('bid'), [again, again]);
  at.socket.hear(decision('id-1'));
  at.socket.hear(decision('id-1'));
  same((await result).kind, 'decided');
});

Deno.test('without a live connection nothing is sent, and nothing is sent later', async () => {
  const { client, at } = await alice();
  at.socket.fall();
  same(await client.bid(LOT, 500), { kind: 'not-sent', id: 'id-1' });
  await at.pass(500);
  live(at);
  same(at.socket.saidOf('bid'), []);
});

Deno.test('a spectator sends no bid', async () => {
  const { client, at } = aClient();
  at.socket.welcome();
  same((await client.bid(LOT, 500)).kind, 'not-sent');
});

Deno.test('who is busy is asked again when he said', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  at.socket.hear(error('busy', { retryAfterMs: 700 }));
  await at.pass(699);
  same(at.socket.saidOf('bid').length, 1);
  await at.pass(1);
  same(at.socket.saidOf('bid'), Array(2).fill({ type: 'bid', id: 'id-1', lot: LOT, amount: 500 }));
  at.socket.hear(decision('id-1'));
  same((await result).kind, 'decided');
});

Deno.test('busy all along is not sent, after 30 s', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  for (let second = 0; second < 31; second++) {
    at.socket.hear(error('busy', { retryAfterMs: 1_000 }));
    await at.pass(1_000);
  }
  same([at.socket.saidOf('bid').length, at.calls.length], [30, 0]);
  const { kind, ...more } = await result;
  same([kind, more], ['not-sent', { id: 'id-1', error: error('busy', { retryAfterMs: 1_000 }) }]);
});

Deno.test('a refusal is final', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  at.socket.hear(error('too-low', { advisory: true, version: 3, next: 600 }));
  same((await result).kind, 'refused');
  await at.pass(20_000);
  same(at.socket.saidOf('bid').length, 1);
});

Deno.test('a refusal of a second attempt says nothing about the first: that is looked up', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  await fallAndComeBack(at);
  at.answer = (url) => (url.endsWith('/api/v1/bids/id-1') ? { status: 200, body: decision('id-1') } : undefined);
  at.socket.hear(error('not-allowed'));
  await at.pass(0);
  same((await result).kind, 'decided');
});

Deno.test('after 30 s it is only looked up, and after two minutes it is undecided', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  at.answer = () => ({ status: 404, body: { title: 'Not Found' } });
  for (let beat = 0; beat < 13; beat++) {
    at.socket.hear({ type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: {} });
    await at.pass(10_000);
  }
  same([at.socket.saidOf('bid').length, at.calls.length], [6, 19]);
  same(await result, { kind: 'undecided', id: 'id-1' });
});

Deno.test('not-sent by the gateway is sent again, and not taken for certain', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  at.socket.hear(error('not-sent', { retryAfterMs: 1_000 }));
  await at.pass(1_000);
  same(at.socket.saidOf('bid')[1]!['insist'], true);
  client.close();
  same((await result).kind, 'undecided');
});

Deno.test('undecided is waited for', async () => {
  const { client, at } = await alice();
  const result = client.bid(LOT, 500);
  at.socket.hear(error('undecided', { retryAfterMs: 1_000 }));
  await at.pass(4_000);
  same(at.socket.saidOf('bid').length, 1);
  at.socket.hear(decision('id-1'));
  same((await result).kind, 'decided');
});

Deno.test('the same id while it is pending is the same bid', async () => {
  const { client, at } = await alice();
  const results = [client.bid(LOT, 500, { id: 'mine' }), client.bid(LOT, 500, { id: 'mine' })];
  same(at.socket.saidOf('bid').length, 1);
  at.socket.hear(decision('mine'));
  same((await Promise.all(results)).map(({ kind }) => kind), ['decided', 'decided']);
});

Deno.test('signed out, a bid that was sent is undecided', async () => {
  const { client } = await alice();
  const result = client.bid(LOT, 500);
  client.session.signOut();
  same((await result).kind, 'undecided');
});

Deno.test('taking a lot is asked again under one id until it is decided', async () => {
  const { client, at } = await alice();
  const answers = [{ status: 429, body: { detail: 'busy', retryAfterMs: 2_000 } }, { status: 202, body: { status: 'undecided' } }];
  at.answer = () => answers.shift() ?? { status: 409, body: decision('id-1', 'rejected') };
  const result = client.take(LOT, 'buy-now');
  await at.pass(1_999);
  same(at.calls.length, 1);
  await at.pass(1_001);
  same(at.calls.map(({ body }) => body), Array(3).fill({ id: 'id-1' }));
  same((await result).kind, 'decided');
});

Deno.test('taking is refused, not sent or undecided, as far as that is known', async () => {
  for (const [answer, kind] of [
    [{ status: 403, body: { detail: 'no' } }, 'refused'],
    [{ status: 409, body: { detail: 'no' } }, 'decided'],
    [{ status: 429, body: { detail: 'busy' } }, 'not-sent'],
    [{ status: 503, body: { detail: 'busy' } }, 'undecided'],
    [undefined, 'undecided'],
  ] as const) {
    const { client, at } = await alice();
    at.answer = () => (kind === 'decided' ? { status: 200, body: decision('id-1') } : answer);
    const result = client.take(LOT, 'accept-price');
    await at.pass(40_000);
    same((await result).kind, kind);
  }
});
