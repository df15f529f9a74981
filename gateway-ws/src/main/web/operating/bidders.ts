import type { LotEvent } from '../client/protocol';

/** How many have bid, as far as the public log tells: paddles are given out from 1 on, in the order of first bids. Undefined where it does not. */
export function biddersIn(events: readonly LotEvent[]): number | undefined {
  const paddles = events.flatMap(({ paddle, leader, winner }) => [paddle ?? 0, leader ?? 0, winner ?? 0]);
  const most = Math.max(0, ...paddles);
  return most > 0 || events.every(({ bids }) => bids === 0) ? most : undefined;
}
