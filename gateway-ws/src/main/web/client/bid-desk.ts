import { decisionOn } from './api';
import type { Connection } from './connection';
import { Problem } from './http';
import { Listeners } from './listeners';
import { newId } from './new-id';
import type { ClientFrame, Decision, ErrorFrame, ServerFrame } from './protocol';
import type { Session } from './session';

/** `unsent`: nothing left the page. `lost`: it was sent, but never arrived. `unknown`: nobody could be asked. */
export type BidResult =
  | { readonly kind: 'decided'; readonly decision: Decision }
  | { readonly kind: 'refused'; readonly error: ErrorFrame }
  | { readonly kind: 'unsent' | 'lost' | 'unknown' };

interface PendingBid {
  readonly frame: Extract<ClientFrame, { type: 'bid' }>;
  readonly placedAt: number;
  readonly settle: (result: BidResult) => void;
  /** Whether it may have reached the log, which then owes its decision. */
  sent?: boolean;
  timer?: number;
}

const ASK_AGAIN_MS = 5_000;
const SEND_AGAIN_FOR_MS = 30_000;
const LOOK_UP_FOR_MS = 120_000;
/** Errors after which the same bid may be sent again. */
const TRANSIENT = ['not-sent', 'busy', 'unavailable'];

/**
 * Places bids. An undecided bid is sent again under the same id, which can never count twice, but only while it is fresh:
 * a bid that may not have arrived is later only looked up, so that nothing is bid long after it was meant.
 */
export class BidDesk {
  /** Every decision for this account, also on bids from elsewhere. */
  readonly decisions = new Listeners<Decision>();

  readonly #connection: Connection;
  readonly #session: Session;
  readonly #pending = new Map<string, PendingBid>();
  #authenticated = false;

  constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
    connection.frames.on((frame) => this.#received(frame));
    connection.states.on((state) => {
      if (state !== 'live') this.#authenticated = false;
    });
    session.changes.on(() => {
      for (const bid of [...this.#pending.values()]) this.#settle(bid, { kind: 'unknown' });
    });
  }

  get open(): boolean {
    return this.#authenticated;
  }

  place(lot: string, amount: number, confirmLarge: boolean): Promise<BidResult> {
    if (!this.open) return Promise.resolve({ kind: 'unsent' });
    const id = newId();
    const frame = { type: 'bid', id, lot, amount, ...(confirmLarge ? { confirmLarge: true as const } : {}) } as const;
    return new Promise((settle) => {
      const bid: PendingBid = { frame, placedAt: performance.now(), settle };
      this.#pending.set(id, bid);
      void this.#pursue(bid);
    });
  }

  async #pursue(bid: PendingBid): Promise<void> {
    const ageMs = performance.now() - bid.placedAt;
    this.#again(bid, ASK_AGAIN_MS);
    if (ageMs < SEND_AGAIN_FOR_MS) {
      if (this.open) this.#send(bid);
      return;
    }
    const found = await decisionOn(bid.frame.id, this.#session.who?.token).catch((problem: Problem) => problem.status);
    if (typeof found === 'object') this.#decided(found);
    else if (ageMs > LOOK_UP_FOR_MS) this.#settle(bid, { kind: found === 404 ? 'lost' : 'unknown' });
  }

  #send(bid: PendingBid): void {
    this.#connection.send(bid.sent ? { ...bid.frame, insist: true } : bid.frame);
    bid.sent = true;
  }

  #again(bid: PendingBid, inMs: number): void {
    window.clearTimeout(bid.timer);
    bid.timer = window.setTimeout(() => void this.#pursue(bid), inMs);
  }

  #received(frame: ServerFrame): void {
    if (frame.type === 'authenticated') {
      this.#authenticated = true;
      for (const bid of [...this.#pending.values()]) void this.#pursue(bid);
    } else if (frame.type === 'decision') {
      this.#decided(frame);
    } else if (frame.type === 'error' && frame.id) {
      this.#refused(frame, this.#pending.get(frame.id));
    }
  }

  #decided(decision: Decision): void {
    this.decisions.tell(decision);
    const bid = this.#pending.get(decision.id);
    if (bid) this.#settle(bid, { kind: 'decided', decision });
  }

  #refused(error: ErrorFrame, bid: PendingBid | undefined): void {
    if (!bid || error.code === 'undecided') return;
    const fresh = performance.now() - bid.placedAt < SEND_AGAIN_FOR_MS;
    if (fresh && TRANSIENT.includes(error.code)) this.#again(bid, error.retryAfterMs ?? ASK_AGAIN_MS);
    else this.#settle(bid, { kind: 'refused', error });
  }

  #settle(bid: PendingBid, result: BidResult): void {
    window.clearTimeout(bid.timer);
    if (this.#pending.delete(bid.frame.id)) bid.settle(result);
  }
}
