import type { LotEvent } from '../client/protocol';
import { money } from '../money';

/** How a closed lot ended, in words: `Sold to paddle 12 for €125.00`. */
export function result(event: LotEvent, currency: string): string {
  if (event.outcome === 'sold') return withReason(`Sold to paddle ${event.winner} for ${money(event.hammer ?? event.price, currency)}`, early(event));
  return withReason(event.outcome === 'cancelled' ? 'Cancelled: not sold' : 'Passed: not sold', early(event));
}

/** Why a lot closed before its time, in words; undefined when its end had come, or no more is known than that. */
export function early({ reason }: LotEvent): string | undefined {
  switch (reason) {
    case 'buy-now':
      return 'bought at once';
    case 'accepted':
      return 'price accepted';
    case 'hammer':
      return 'knocked down early';
    case 'cancelled':
      return undefined;
    default:
      return reason;
  }
}

export function withReason(what: string, reason: string | undefined): string {
  return reason === undefined ? what : `${what} (${reason})`;
}

export function bidsInWords(count: number): string {
  if (count === 0) return 'No bids yet';
  return count === 1 ? '1 bid' : `${count} bids`;
}
