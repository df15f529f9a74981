import type { LotEvent, LotRules } from '../client/protocol';
import { durationMs } from '../times';

/** A Dutch lot's price at a moment, and when it falls next; `undefined` when it falls no more. */
export interface FallingPrice {
  readonly price: number;
  readonly nextAt: number | undefined;
}

/**
 * The price of a Dutch lot at `now` on the server, in milliseconds. It falls by the lot's clock, which stands while the lot is
 * paused: so `events` are needed from the first one on. Without them it is reckoned from the newest event, and may be one
 * step too high, never too low.
 */
export function fallingPrice(rules: LotRules, newest: LotEvent, events: readonly LotEvent[], now: number): FallingPrice {
  const { step = 0, tick = '', floor = newest.price, startingPrice } = rules;
  const tickMs = durationMs(tick);
  if (newest.status !== 'open' || !(tickMs > 0)) return { price: newest.price, nextAt: undefined };
  const whole = newest.type === 'opened' || events.at(-1)?.version === 1;
  const since = whole ? opened(rules) + stood(events) : Date.parse(newest.at);
  const until = Math.min(now, Date.parse(newest.closesAt));
  const ticks = Math.max(0, Math.floor((until - since) / tickMs));
  const price = Math.max(floor, (whole ? startingPrice : newest.price) - ticks * step);
  return { price, nextAt: price > floor && until === now ? since + (ticks + 1) * tickMs : undefined };
}

function opened({ opensAt, listedAt }: LotRules): number {
  return Math.max(Date.parse(opensAt ?? listedAt), Date.parse(listedAt));
}

/** For how long the clock stood, by events that are newest first. */
function stood(events: readonly LotEvent[]): number {
  let total = 0;
  let pausedAt = NaN;
  for (const { type, at } of [...events].reverse()) {
    if (type === 'paused') pausedAt = Date.parse(at);
    if (type === 'resumed') total += Date.parse(at) - pausedAt || 0;
  }
  return total;
}
