import type { LotEvent } from '../client/protocol';
import { money } from '../money';
import { dateTime, timeOfDay } from '../times';
import { early, withReason } from './result';

export const MOST_EVENTS = 200;

/** The newest events of a lot, newest first, each version once. */
export function merged(history: readonly LotEvent[], more: readonly LotEvent[]): readonly LotEvent[] {
  const newest = history[0];
  const next = more.length === 1 ? more[0] : undefined;
  if (newest && next && next.version > newest.version) return [next, ...history].slice(0, MOST_EVENTS);
  const byVersion = new Map([...history, ...more].map((event) => [event.version, event]));
  return [...byVersion.values()].sort((one, other) => other.version - one.version).slice(0, MOST_EVENTS);
}

/** Events missing among the kept ones: those behind `after` and before `until`. */
export interface Hole {
  readonly after: number;
  readonly until: number;
}

/** The newest hole, or undefined when nothing is missing. */
export function newestHole(history: readonly LotEvent[]): Hole | undefined {
  const newest = history[0]?.version ?? 0;
  const behind = history.findIndex((event, at) => event.version !== newest - at);
  const whole = behind < 0 ? history.length : behind;
  const until = newest - whole + 1;
  if (until <= 1 || whole >= MOST_EVENTS) return undefined;
  return { after: Math.max(history[whole]?.version ?? 0, newest - MOST_EVENTS), until };
}

const HALF_A_DAY_MS = 12 * 3_600_000;

/** When the lot closes, with the date where the time alone could mislead. */
function end({ at, closesAt }: LotEvent): string {
  return Date.parse(closesAt) - Date.parse(at) < HALF_A_DAY_MS ? timeOfDay(closesAt) : dateTime(closesAt);
}

/** What happened, in words; `who` names a paddle. */
export function inWords(event: LotEvent, currency: string, who: (paddle: number) => string): string {
  const amount = event.amount === undefined ? '' : money(event.amount, currency);
  switch (event.type) {
    case 'listed':
      return 'Listed';
    case 'opened':
      return 'Bidding opened';
    case 'bid':
      return `${who(event.paddle ?? 0)} bid ${amount}`;
    case 'auto-bid':
      return `${who(event.paddle ?? 0)} bid ${amount}, automatically`;
    case 'sealed-bid':
      return 'A sealed bid came in';
    case 'revealed':
      return `${who(event.paddle ?? 0)} had bid ${amount}`;
    case 'bid-retracted':
      return withReason(`${who(event.paddle ?? 0)} took back ${event.retracted === 1 ? 'a bid' : event.retracted ? `${event.retracted} bids` : 'bids'}`, event.reason);
    case 'paused':
      return withReason('Paused', event.reason);
    case 'resumed':
      return withReason(`Goes on, until ${end(event)}`, event.reason);
    case 'extended':
      if (event.reason === 'outage') return `Extended to ${end(event)}: nobody could bid for a while, and that time is given again`;
      if (event.minutes === undefined) return `Extended to ${end(event)}`;
      return withReason(`Extended by ${event.minutes} minute${event.minutes === 1 ? '' : 's'}, to ${end(event)}`, event.reason);
    case 'reserve-met':
      return 'The reserve is met';
    case 'closed':
      if (event.outcome === 'cancelled') return withReason('Cancelled', early(event));
      if (event.outcome !== 'sold') return withReason('Passed: not sold', early(event));
      return withReason(`Sold to ${who(event.winner ?? 0).replace(/^P/, 'p')} for ${money(event.hammer ?? event.price, currency)}`, early(event));
    default:
      return event.type.charAt(0).toUpperCase() + event.type.slice(1).replaceAll('-', ' ');
  }
}
