import type { BidOptions } from './bid-desk';
import type { ClientFrame, Decision, ErrorFrame } from './protocol';

/**
 * What became of a bid, or of taking a lot at once:
 *
 * - `decided`: the log has decided, accepted or rejected; final. With `decision.advisory` the log was not asked and would reject it, too.
 * - `refused`: it was refused before the log; nothing was bid.
 * - `undecided`: it may have reached the log, and nobody could say within two minutes what became of it. It may be decided yet: ask for
 *   its decision, or place it again under the same id, which cannot count twice.
 * - `not-sent`: nothing left here, or all there is are answers that nothing was put into the log; nothing was bid.
 */
export type BidResult =
  | { readonly kind: 'decided'; readonly id: string; readonly decision: Decision }
  | { readonly kind: 'refused'; readonly id: string; readonly error: ErrorFrame }
  | { readonly kind: 'undecided' | 'not-sent'; readonly id: string; readonly error?: ErrorFrame };

type BidFrame = Extract<ClientFrame, { type: 'bid' }>;

/** A bid without its result, and what is known of its attempts. */
export class PendingBid {
  readonly result: Promise<BidResult>;
  settle: (result: BidResult) => void = () => {};
  cancelNext = (): void => {};
  lastError: ErrorFrame | undefined;
  /** A final refusal of one attempt, while another may have reached the log. */
  refusal: ErrorFrame | undefined;

  readonly #frame: BidFrame;
  #underway = false;
  #reached = false;

  constructor(
    { id, lot, amount, confirmLarge, insist }: BidOptions & { readonly id: string; readonly lot: string; readonly amount: number },
    readonly placedAt: number,
  ) {
    this.#frame = { type: 'bid', id, lot, amount, ...(confirmLarge ? { confirmLarge } : {}), ...(insist === undefined ? {} : { insist }) };
    this.result = new Promise((settle) => (this.settle = settle));
  }

  get id(): string {
    return this.#frame.id;
  }

  /** Whether an attempt was not answered, or answered by something else than that it is not in the log. */
  get mayBeInTheLog(): boolean {
    return this.#underway || this.#reached;
  }

  /** What to send: one that may be in the log already insists on the log's answer. */
  next(): BidFrame {
    return this.mayBeInTheLog ? { ...this.#frame, insist: true } : this.#frame;
  }

  sent(): void {
    this.#reached ||= this.#underway;
    this.#underway = true;
  }

  /** The answer to what is under way will not come here any more. */
  lineFell(): void {
    this.#reached ||= this.#underway;
    this.#underway = false;
  }

  reachedTheLog(): void {
    this.#reached = true;
    this.#underway = false;
  }

  didNotReachTheLog(): void {
    this.#underway = false;
  }

  /** What can be said without a decision. */
  unsettled(): BidResult {
    return { kind: this.mayBeInTheLog ? 'undecided' : 'not-sent', id: this.id, ...(this.lastError ? { error: this.lastError } : {}) };
  }
}
