import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules } from '../client/protocol';
import { rungs, stepAt } from '../ladder';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { standing } from '../lots/standing';
import { digitsOf, money, parseMoney, plainMoney } from '../money';
import { answer, type Answer } from './answer';
import { bidBoxLook } from './bid-box-look';
import './quick-bids';
import type { BidAsked } from './quick-bids';

const QUICK_BIDS = 3;

/** Bidding on one lot: a maximum of one's own, or one of the next amounts at a tap; and what became of it. */
class BidBox extends LitElement {
  static override properties = {
    client: { attribute: false },
    rules: { attribute: false },
    event: { attribute: false },
    own: { attribute: false },
    typed: { state: true },
    problem: { state: true },
    placing: { state: true },
    answer: { state: true },
    toConfirm: { state: true },
  };
  static override styles = [look, buttons, fields, bidBoxLook];
  client!: GavelClient;
  rules!: LotRules;
  event!: LotEvent;
  own: OwnBid | undefined;
  /** What is in the field, or undefined while it follows the next minimum. */
  typed: string | undefined;
  problem: string | undefined;
  placing = false;
  answer: Answer | undefined;
  toConfirm: number | undefined;

  constructor() {
    super();
    const update = () => this.requestUpdate();
    new Listening(this, () => [
      this.client.session.changes.on(() => this.#reset()),
      this.client.connection.states.on(update),
      this.client.connection.frames.on((frame) => frame.type === 'authenticated' && update()),
    ]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('event');
    if (before && standing(before, this.own) === 'leading' && standing(this.event, this.own) === 'outbid' && this.answer?.good) {
      this.answer = undefined;
    }
  }

  override render() {
    const hint = this.#whyNot();
    if (hint) return html`<p class="muted" data-testid="bid-hint">${hint}</p>`;
    const { currency } = this.rules;
    const offered = this.#offered();
    const closed = !this.client.bids.open;
    const leads = standing(this.event, this.own) === 'leading';
    return html`
      ${leads
        ? nothing
        : html`<quick-bids
            .amounts=${rungs(this.rules.increments, offered, QUICK_BIDS)}
            .currency=${currency}
            .disabled=${closed || this.placing}
            @bid-asked=${(asked: BidAsked) => this.#place(asked.amount, false)}
          ></quick-bids>`}
      <form @submit=${this.#submit}>
        ${field({
          id: 'bid-amount',
          label: leads ? `New maximum (${currency})` : `Your maximum (${currency})`,
          help: `${leads ? '' : `${money(offered, currency)} or more. `}Nobody else sees it, and you pay no more than it takes to lead.`,
          error: this.problem,
          control: html`
            <div class="bid">
              <input
                id="bid-amount"
                data-testid="bid-amount"
                inputmode=${digitsOf(currency) ? 'decimal' : 'numeric'}
                autocomplete="off"
                aria-describedby="bid-amount-help bid-amount-error"
                aria-invalid=${this.problem ? 'true' : 'false'}
                .value=${this.typed ?? plainMoney(offered, currency)}
                @input=${(input: InputEvent) => (this.typed = (input.target as HTMLInputElement).value)}
                @focus=${(focus: FocusEvent) => (focus.target as HTMLInputElement).select()}
              />
              <button class="primary" data-testid="place-bid" ?disabled=${closed || this.placing}>
                ${this.placing ? 'Placing…' : leads ? 'Raise' : 'Place bid'}
              </button>
            </div>
          `,
        })}
      </form>
      ${closed ? html`<p class="small muted">Not connected at the moment: bids cannot be sent.</p>` : nothing}
      <p
        role="status"
        class="answer ${this.answer?.good ? 'good' : ''}"
        data-testid="decision"
        data-word=${this.answer?.word ?? nothing}
      >${this.answer?.text ?? nothing}</p>
      ${this.#confirm()}
    `;
  }

  #confirm() {
    if (this.toConfirm === undefined) return nothing;
    const amount = this.toConfirm;
    return html`
      <div class="confirm" role="group" aria-label="Confirm your bid">
        <button class="primary" data-testid="confirm-large" @click=${() => this.#place(amount, true)}>Yes, bid ${money(amount, this.rules.currency)}</button>
        <button data-testid="cancel-large" @click=${() => this.#reset()}>No</button>
      </div>
    `;
  }

  #whyNot() {
    const { session } = this.client;
    if (!session.who) return html`<a href="#/sign-in">Sign in</a> to bid.`;
    if (session.who.account === this.rules.seller) return 'This is your lot. You can watch, but not bid.';
    if (!session.may('BIDDER')) return 'You are not signed in as a bidder.';
    if (this.event.status === 'scheduled') return 'Bidding has not opened yet.';
    return this.event.status === 'paused' ? 'This lot is paused.' : undefined;
  }

  /** The lowest amount that can do anything: the next minimum, or one step above the own maximum while leading with it. */
  #offered(): number {
    const max = this.own?.max;
    if (max === undefined || standing(this.event, this.own) !== 'leading') return this.event.next;
    return Math.max(this.event.next, max + stepAt(this.rules.increments, max));
  }

  #submit(submitted: SubmitEvent): void {
    submitted.preventDefault();
    const parsed = parseMoney(this.typed ?? plainMoney(this.#offered(), this.rules.currency), this.rules.currency);
    this.problem = 'problem' in parsed ? parsed.problem : undefined;
    if ('amount' in parsed) void this.#place(parsed.amount, false);
  }

  async #place(amount: number, confirmLarge: boolean): Promise<void> {
    if (this.placing) return;
    this.#reset();
    this.placing = true;
    const result = await this.client.bids.place(this.event.lot, amount, confirmLarge);
    this.placing = false;
    this.answer = answer(result, this.rules.currency);
    if (this.answer.word === 'confirm-large') this.toConfirm = amount;
    if (this.answer.word !== 'accepted') this.typed = plainMoney(amount, this.rules.currency);
    if (this.answer.word === 'too-low') this.typed = undefined;
  }

  #reset(): void {
    this.typed = undefined;
    this.problem = undefined;
    this.answer = undefined;
    this.toConfirm = undefined;
  }
}

customElements.define('bid-box', BidBox);
