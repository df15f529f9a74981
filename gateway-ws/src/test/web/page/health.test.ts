import { Readings, type Reading } from '../../../main/web/operating/readings';
import { points } from '../../../main/web/operating/points';
import { tilesOf, time } from '../../../main/web/operating/tiles';
import { databaseVerdict, serviceVerdict, unhurried, within, worstOf } from '../../../main/web/operating/verdicts';
import { same } from '../expect';

const AT = '2026-11-22T10:00:00.000Z';

function bidding(uptime: number, more: Partial<Reading> = {}): Reading {
  return { service: 'bidding', instance: 'one', uptime, health: 'UP', counters: {}, gauges: {}, histograms: {}, ...more };
}

/** Readings taken three seconds after each other. */
function taken(...services: readonly Reading[]): Readings {
  const readings = new Readings();
  services.forEach((service, at) => readings.take({ at: AT, services: [service] }, at * 3_000));
  return readings;
}

Deno.test('a rate is the difference of two readings, over ten seconds', () => {
  const all = [0, 3, 6, 9, 12, 15].map((uptime) => bidding(uptime, { counters: { bids: uptime < 6 ? 0 : (uptime - 3) * 10 } }));
  same(taken(all[0]!).rate('bidding', 'bids') ?? null, null);
  same(taken(...all).rate('bidding', 'bids'), 10);
});

Deno.test('each process of a service is followed by itself, and forgotten once it is silent', () => {
  const one = (uptime: number, bids: number) => bidding(uptime, { counters: { bids } });
  const other = (uptime: number, bids: number) => ({ ...one(uptime, bids), instance: 'other' });
  const readings = taken(one(100, 1_000), other(7, 10), one(106, 1_012), other(13, 16));
  same([readings.rate('bidding', 'bids'), readings.processes('bidding')], [3, 2]);
  readings.take({ at: AT, services: [other(37, 40)] }, 33_000);
  same([readings.rate('bidding', 'bids'), readings.processes('bidding')], [1, 1]);
});

Deno.test('the same answer twice, as a gateway may give it, changes nothing', () => {
  same(taken(bidding(1, { counters: { bids: 0 } }), bidding(4, { counters: { bids: 6 } }), bidding(4, { counters: { bids: 6 } })).rate('bidding', 'bids'), 2);
});

Deno.test('a percentile is the bound of its bucket, of the last minute only', () => {
  const decided = (count: number, buckets: ReadonlyArray<readonly [number, number]>) => ({ histograms: { decided: { count, buckets } } });
  const before = bidding(0, decided(100, [[5, 100]]));
  const after = bidding(60, decided(200, [[0.01, 60], [0.02, 98], [5, 199]]));
  const readings = taken(before, after);
  same([50, 98, 99].map((percent) => readings.percentile('bidding', 'decided', percent)), [0.01, 0.02, 5]);
  same(JSON.stringify(readings.percentile('bidding', 'decided', 100)), 'null');
  same(taken(before, bidding(60, decided(100, [[5, 100]]))).percentile('bidding', 'decided', 50) ?? 'none', 'none');
});

Deno.test('times are read as bounds, so rounded up', () => {
  same([time(0.0042), time(0.42), time(1.01), time(Infinity)], ['5 ms', '420 ms', '1.1 s', '> 30 s']);
});

Deno.test('what is slow or down is said in a word', () => {
  same([within(1, 1), within(1.1, 1), within(undefined, 1)], ['ok', 'slow', 'unknown']);
  same([unhurried(undefined, 1, true), unhurried(undefined, 1, false)], ['ok', 'unknown']);
  same([serviceVerdict(undefined), serviceVerdict({ service: 'bidding', problem: 'away' }), serviceVerdict(bidding(1)), serviceVerdict(bidding(1, { health: 'DOWN' }))], [
    'unknown',
    'down',
    'ok',
    'down',
  ]);
  same([serviceVerdict(bidding(1, { health: 'LATE' })), databaseVerdict(bidding(1, { health: 'LATE' }))], ['slow', 'slow']);
  same([databaseVerdict(bidding(1, { parts: [{ name: 'r2dbc', state: 'DOWN' }] })), databaseVerdict(bidding(1, { parts: [{ name: 'r2dbc', state: 'UP' }], gauges: { poolWaiting: 2 } }))], ['down', 'slow']);
  same([worstOf(['ok', 'slow', 'unknown']), worstOf(['slow', 'down']), worstOf([])], ['slow', 'down', 'ok']);
});

Deno.test('a service that does not answer leaves its figures open, and the others as they are', () => {
  const readings = new Readings();
  readings.take({ at: AT, services: [{ service: 'gateway', instance: 'g', uptime: 1, health: 'UP', gauges: { connections: 7 } }, { service: 'settlement', problem: 'cannot be reached' }] }, 0);
  const tiles = new Map(tilesOf(readings).map((tile) => [tile.id, tile]));
  same([tiles.get('connections')?.value, tiles.get('connections')?.verdict], ['7', 'ok']);
  same([tiles.get('waiting')?.value, tiles.get('waiting')?.verdict], ['–', 'unknown']);
});

Deno.test('a line goes from left to right, and over what is not known', () => {
  same(points([0, undefined, 10]), '0.0,31.0 120.0,2.0');
});
