import type { LotEvent } from '../client/protocol';

/** How far the auctioneer has called. It is said in the room, not in the log: other bidders do not hear it. */
export type Called = 'nothing' | 'once' | 'twice';

/** What was called, and on which bidding. */
export interface Calling {
  readonly called: Called;
  readonly on: string;
}

export const NOTHING_CALLED: Calling = { called: 'nothing', on: '' };

/** What a call is about: whatever of it changes takes the call back. */
function bidding({ status, price, leader, bids, closesAt }: LotEvent): string {
  return [status, price, leader ?? '-', bids, closesAt].join(' ');
}

/** What the next call would be; undefined where there is none, because it was the last or the lot is not open. */
export function next({ called }: Calling, { status }: LotEvent): 'once' | 'twice' | undefined {
  if (status !== 'open' || called === 'twice') return undefined;
  return called === 'nothing' ? 'once' : 'twice';
}

/** Calls what comes next; any other call is not heard. */
export function call(calling: Calling, what: 'once' | 'twice', event: LotEvent): Calling {
  return next(calling, event) === what ? { called: what, on: bidding(event) } : calling;
}

/** What still holds after an event: a bid, a retraction, a moved end or a pause take the call back. */
export function after(calling: Calling, event: LotEvent): Calling {
  return calling.called === 'nothing' || calling.on === bidding(event) ? calling : NOTHING_CALLED;
}

/** The hammer falls only after the second call. */
export function mayFall({ called }: Calling, { status }: LotEvent): boolean {
  return called === 'twice' && status === 'open';
}
