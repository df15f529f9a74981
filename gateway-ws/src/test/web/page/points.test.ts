import { pointsOf } from '../../../main/web/charting/points';
import { same } from '../expect';
import { EVENT } from './a-lot';

const at = (second: number): string => new Date(second * 1000).toISOString();
const event = (version: number, type: string, bids: number, price: number, status = 'open') => ({ ...EVENT, version, type, bids, price, status, at: at(version * 10) }) as typeof EVENT;

Deno.test('each move of the price is a step, and the last goes on until now', () => {
  const events = [event(5, 'bid', 3, 1_500), event(4, 'extended', 2, 1_200), event(3, 'bid', 2, 1_200), event(2, 'bid', 1, 1_000), event(1, 'opened', 0, 1_000)];
  same(pointsOf(events, 99_000), { times: [20, 30, 50, 99], prices: [1_000, 1_200, 1_500, 1_500] });
});

Deno.test('a closed lot ends with its close, one without bids has no steps', () => {
  same(pointsOf([event(3, 'closed', 1, 1_000, 'closed'), event(2, 'bid', 1, 1_000)], 99_000).times, [20, 30]);
  same(pointsOf([event(1, 'opened', 0, 1_000)], 99_000), { times: [], prices: [] });
});
