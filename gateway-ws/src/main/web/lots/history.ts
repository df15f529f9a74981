import type { LotEvent } from '../client/protocol';
import { money } from '../money';
import { dateTime, timeOfDay } from '../times';
import { words } from '../words/words';
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
  const paddle = who(event.paddle ?? 0);
  const { happened } = words().lot;
  switch (event.type) {
    case 'listed':
      return happened.listed;
    case 'opened':
      return happened.opened;
    case 'bid':
      return happened.bid(paddle, amount);
    case 'auto-bid':
      return happened.autoBid(paddle, amount);
    case 'sealed-bid':
      return happened.sealedBid;
    case 'revealed':
      return happened.revealed(paddle, amount);
    case 'bid-retracted':
      return withReason(happened.tookBack(paddle, event.retracted), event.reason);
    case 'paused':
      return withReason(happened.paused, event.reason);
    case 'resumed':
      return withReason(happened.resumed(end(event)), event.reason);
    case 'extended':
      return extended(event);
    case 'reserve-met':
      return happened.reserveMet;
    case 'closed':
      if (event.outcome === 'cancelled') return withReason(happened.cancelled, early(event));
      if (event.outcome !== 'sold') return withReason(happened.passed, early(event));
      return withReason(happened.sold(who(event.winner ?? 0), money(event.hammer ?? event.price, currency)), early(event));
    default:
      return event.type.charAt(0).toUpperCase() + event.type.slice(1).replaceAll('-', ' ');
  }
}

/** That the end moved, by whom and why. */
function extended(event: LotEvent): string {
  const { happened } = words().lot;
  if (event.reason === 'outage') return happened.outage(end(event));
  if (event.minutes !== undefined) return withReason(happened.extendedBy(event.minutes, end(event)), event.reason);
  return happened.extended(end(event));
}

/** The same, to be announced: a late bid is a reason, too. */
export function announced(event: LotEvent): string {
  return event.reason === 'soft-close' ? words().lot.happened.lateBid(end(event)) : extended(event);
}
