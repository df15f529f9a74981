import type { LotEvent } from '../client/protocol';
import { money } from '../money';
import { words } from '../words/words';

/** How a closed lot ended, in words: `Sold to paddle 12 for €125.00`. */
export function result(event: LotEvent, currency: string): string {
  const { sold, cancelled, passed } = words().lot.result;
  if (event.outcome === 'sold') return withReason(sold(event.winner, money(event.hammer ?? event.price, currency)), early(event));
  return withReason(event.outcome === 'cancelled' ? cancelled : passed, early(event));
}

/** Why a lot closed before its time, in words; undefined when its end had come, or no more is known than that. */
export function early({ reason }: LotEvent): string | undefined {
  if (reason === undefined || reason === 'cancelled') return undefined;
  return words().lot.result.why[reason] ?? reason;
}

export function withReason(what: string, reason: string | undefined): string {
  return reason === undefined ? what : `${what} (${reason})`;
}
