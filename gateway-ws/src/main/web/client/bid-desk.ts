import type { Api } from './api';
import type { Authentication } from './authentication';
import type { Connection } from './connection';
import type { Problem } from './http';
import { Listeners } from './listeners';
import { PendingBid, type BidResult } from './pending-bid';
import type { Decision, ErrorFrame, ServerFrame } from './protocol';
import type { Session } from './session';
import type { Surroundings } from './surroundings';

const ASK_AGAIN_MS = 5_000;
const SEND_AGAIN_FOR_MS = 30_000;
const LOOK_UP_FOR_MS = 120_000;
/** Errors that say that this attempt did not reach the log, and that the same bid may be sent again. */
const CERTAINLY_NOT = ['busy', 'unavailable', 'unauthenticated'];

/** How a bid is placed. */
export interface BidOptions {
  /** A UUID; a new one by default. The same id is decided once, whoever sends it how often, so keep it to go on with the bid after a restart. */
  readonly id?: string;
  /** The amount is meant although it is far above the next minimum; without it such a bid is rejected as `confirm-large`. */
  readonly confirmLarge?: boolean;
  /** `true` asks the log even for what the gateway knows to be too low, `false` has the gateway say so at once; by default as the gateway is set. */
  readonly insist?: boolean;
}

/**
 * Places bids. One that is not answered is sent again under the same id, which can never count twice, but only for 30 s: after that it is
 * only looked up, up to two minutes in all, so that nothing is bid long after it was meant.
 */
export class BidDesk {
  /** Every decision for this account, also on bids from elsewhere. */
  readonly decisions = new Listeners<Decision>();

  readonly #connection: Connection;
  readonly #authentication: Authentication;
  readonly #api: Api;
  readonly #around: Surroundings;
  readonly #pending = new Map<string, PendingBid>();

  /** @internal */
  constructor(connection: Connection, authentication: Authentication, session: Session, api: Api, around: Surroundings) {
    this.#connection = connection;
    this.#authentication = authentication;
    this.#api = api;
    this.#around = around;
    connection.frames.on((frame) => this.#received(frame));
    connection.states.on(() => {
      for (const bid of this.#pending.values()) bid.lineFell();
    });
    session.changes.on(() => this.giveUp());
  }

  /** Whether a bid can be sent now: the connection is live and signed in. */
  get open(): boolean {
    return this.#authentication.holds;
  }

  /** Bids `amount`, in minor units. Never rejects, and is settled within two minutes and 15 s; see {@link BidResult}. */
  place(lot: string, amount: number, options: BidOptions = {}): Promise<BidResult> {
    const id = options.id ?? this.#around.newId();
    const pending = this.#pending.get(id);
    if (pending) return pending.result;
    if (!this.open) return Promise.resolve({ kind: 'not-sent', id });
    const bid = new PendingBid({ ...options, id, lot, amount }, this.#around.now());
    this.#pending.set(id, bid);
    void this.#pursue(bid);
    return bid.result;
  }

  /** Pursues no bid any longer; what is not known of them stays so. */
  giveUp(): void {
    for (const bid of [...this.#pending.values()]) this.#settle(bid, bid.unsettled());
  }

  async #pursue(bid: PendingBid): Promise<void> {
    const ageMs = this.#around.now() - bid.placedAt;
    this.#again(bid, ASK_AGAIN_MS);
    if (ageMs < SEND_AGAIN_FOR_MS && !bid.refusal) {
      if (this.open && this.#connection.send(bid.next())) bid.sent();
    } else if (!bid.mayBeInTheLog) {
      this.#settle(bid, bid.unsettled());
    } else {
      const found = await this.#api.decisionOn(bid.id).catch((problem: Problem) => problem);
      if ('type' in found) this.#decided(found);
      else if (ageMs >= LOOK_UP_FOR_MS) this.#settle(bid, bid.unsettled());
    }
  }

  #again(bid: PendingBid, inMs: number): void {
    bid.cancelNext();
    bid.cancelNext = this.#around.later(inMs, () => void this.#pursue(bid));
  }

  #received(frame: ServerFrame): void {
    if (frame.type === 'authenticated') {
      for (const bid of [...this.#pending.values()]) void this.#pursue(bid);
    } else if (frame.type === 'decision') {
      this.#decided(frame);
    } else if (frame.type === 'error' && frame.id) {
      const bid = this.#pending.get(frame.id);
      if (bid) this.#refused(frame, bid);
    }
  }

  #decided(decision: Decision): void {
    this.decisions.tell(decision);
    const bid = this.#pending.get(decision.id);
    if (bid) this.#settle(bid, { kind: 'decided', id: bid.id, decision });
  }

  #refused(error: ErrorFrame, bid: PendingBid): void {
    if (error.code === 'undecided') return bid.reachedTheLog();
    if (error.code === 'not-sent' || CERTAINLY_NOT.includes(error.code)) {
      if (error.code === 'not-sent') bid.reachedTheLog();
      else bid.didNotReachTheLog();
      bid.lastError = error;
      this.#again(bid, error.retryAfterMs ?? ASK_AGAIN_MS);
    } else {
      bid.didNotReachTheLog();
      bid.refusal = error;
      if (bid.mayBeInTheLog) this.#again(bid, 0);
      else this.#settle(bid, { kind: 'refused', id: bid.id, error });
    }
  }

  #settle(bid: PendingBid, result: BidResult): void {
    bid.cancelNext();
    if (this.#pending.delete(bid.id)) bid.settle(result);
  }
}
