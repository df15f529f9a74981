import type { LotEvent } from '../client/protocol';

/** The price over time, as steps: seconds since 1970, and what it was from then on, in minor units. */
export interface Points {
  readonly times: readonly number[];
  readonly prices: readonly number[];
}

/**
 * The steps of a price by a lot's events, newest first, up to `now` (milliseconds) or the close. An event that did not move the price is no
 * step; what was listed, but not bid on, has none.
 */
export function pointsOf(events: readonly LotEvent[], now: number): Points {
  const oldestFirst = [...events].reverse().filter(({ bids }) => bids > 0);
  const steps = oldestFirst.filter(({ price }, at) => price !== oldestFirst[at - 1]?.price);
  const newest = events[0];
  if (steps.length === 0 || !newest) return { times: [], prices: [] };
  const end = newest.status === 'closed' ? Date.parse(newest.at) : Math.max(now, Date.parse(newest.at));
  return {
    times: [...steps.map(({ at }) => Date.parse(at) / 1000), end / 1000],
    prices: [...steps, newest].map(({ price }) => price),
  };
}
