import type { LotEvent } from '../client/protocol';
import { money } from '../money';

/** How a closed lot ended, in words: `Sold to paddle 12 for €125.00`. */
export function result(event: LotEvent, currency: string): string {
  if (event.outcome === 'sold') return `Sold to paddle ${event.winner} for ${money(event.hammer ?? event.price, currency)}`;
  return event.outcome === 'cancelled' ? 'Cancelled: not sold' : 'Passed: not sold';
}

export function bidsInWords(count: number): string {
  if (count === 0) return 'No bids yet';
  return count === 1 ? '1 bid' : `${count} bids`;
}
