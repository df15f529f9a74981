import { ServerClock } from '../../../main/web/client/server-clock';
import { holds, same } from '../expect';
import { ByHand, aClient } from './by-hand';

const SERVER = Date.parse('2026-11-22T14:00:00.000Z');
const at = (ms: number): string => new Date(SERVER + ms).toISOString();

Deno.test('a round trip gives the time in its middle, wrong by half of it at the most', () => {
  const hand = new ByHand();
  const clock = new ServerClock(hand);
  same(clock.errorMs, null);
  clock.sample(960, at(0), 1_000);
  same([clock.now() - SERVER, clock.errorMs], [20, 21]);
});

Deno.test('of several round trips the fastest counts, whenever it came', () => {
  const hand = new ByHand();
  const clock = new ServerClock(hand);
  clock.sample(800, at(0), 1_000);
  clock.sample(990, at(0), 1_000);
  clock.sample(900, at(0), 1_000);
  same([clock.now() - SERVER, clock.errorMs, clock.samples], [5, 6, 3]);
});

Deno.test('a fast round trip is trusted less as clocks drift, until a slower one is better', async () => {
  const hand = new ByHand();
  const clock = new ServerClock(hand);
  clock.sample(990, at(0), 1_000);
  await hand.pass(100_000);
  same(Math.round(clock.errorMs), 11);
  clock.sample(100_984, at(100_000), 101_000);
  same([clock.errorMs, clock.now() - SERVER], [9, 100_008]);
});

Deno.test('after the device has slept, what was known before is given up', async () => {
  const hand = new ByHand();
  const clock = new ServerClock(hand);
  clock.sample(998, at(0), 1_000);
  await hand.pass(1_000);
  clock.sample(1_900, at(301_000), 2_000);
  same([clock.samples, clock.now() - SERVER], [1, 301_050]);
});

Deno.test('what can be no round trip is ignored', () => {
  const hand = new ByHand();
  const clock = new ServerClock(hand);
  clock.sample(1_000, at(0), 999);
  clock.sample(990, 'noon', 1_000);
  same(clock.samples, 0);
});

Deno.test('connected, it makes five round trips in a row, then one every half minute', async () => {
  const { client, at: hand } = aClient();
  hand.socket.welcome(at(0));
  const synced = client.synced();
  for (let count = 1; count <= 5; count++) {
    same(hand.socket.saidOf('ping').length, count);
    const { t } = hand.socket.saidOf('ping').at(-1)!;
    await hand.pass(10);
    hand.socket.hear({ type: 'pong', t, serverTime: at(hand.now() - 5) });
    await hand.pass(90);
  }
  same((await synced).errorMs < 6.1, true);
  holds(`the offset is found: ${client.clock.now() - SERVER - hand.now()}`, client.clock.now() - SERVER - hand.now() === 0);
  same(client.clock.offsetMs, SERVER - 1_700_000_000_000);
  await hand.pass(20_000);
  hand.socket.hear({ type: 'heartbeat', serverTime: at(0), versions: {} });
  await hand.pass(9_000);
  same(hand.socket.saidOf('ping').length, 5);
  await hand.pass(1_500);
  same(hand.socket.saidOf('ping').length, 6);
  hand.happens('shown');
  same(hand.socket.saidOf('ping').length, 7);
});

Deno.test('a clock that is not set in time is told so', async () => {
  const { client, at: hand } = aClient();
  const synced = client.synced().catch((failed: Error) => failed.message);
  await hand.pass(15_000);
  same(await synced, 'waited 15 s for the clock to be set');
});
