import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { Taking } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules } from '../client/protocol';
import { rungs, stepAt } from '../ladder';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { isDutch, isSealed, offerStands } from '../lots/formats';
import { standing } from '../lots/standing';
import { digitsOf, money, parseMoney, plainMoney } from '../money';
import { answer, isOutdated, type Answer, type Asked } from './answer';
import { bidBoxLook } from './bid-box-look';
import { bidWords } from './bid-words';
import './quick-bids';
import type { BidAsked } from './quick-bids';
import './take-button';
import { whyNot } from './why-not';

const QUICK_BIDS = 3;

/** Bidding on one lot: a maximum or sealed bid of one's own, one of the next amounts at a tap, or taking it at once; and what became of it. */
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
    if (!before || !this.answer) return;
    const [then, now] = [before, this.event].map((event) => standing(event, this.own, this.rules));
    if (before.status !== this.event.status || isOutdated(this.answer, then, now)) this.answer = undefined;
  }

  override render() {
    const hint = whyNot(this.client, this.rules, this.event);
    if (hint) return html`<p class="muted" data-testid="bid-hint">${hint}</p>`;
    if (isDutch(this.rules)) return this.#take('accept-price', 'Accept the price');
    return html`
      ${this.#quick()} ${this.#form()}
      ${this.client.bids.open ? nothing : html`<p class="small muted">Not connected at the moment: bids cannot be sent.</p>`}
      <p
        role="status"
        class="answer ${this.answer?.good ? 'good' : ''}"
        data-testid="decision"
        data-word=${this.answer?.word ?? nothing}
      >${this.answer?.text ?? nothing}</p>
      ${this.#confirm()} ${this.#buyNow()}
    `;
  }

  get #asked(): Asked {
    return isSealed(this.rules) ? 'sealed-bid' : this.event.status === 'scheduled' ? 'early-bid' : 'bid';
  }

  get #leads(): boolean {
    return standing(this.event, this.own, this.rules) === 'leading';
  }

  #quick() {
    if (this.#asked !== 'bid' || this.#leads) return nothing;
    return html`<quick-bids
      .amounts=${rungs(this.rules.increments ?? [], this.#offered(), QUICK_BIDS)}
      .currency=${this.rules.currency}
      .disabled=${!this.client.bids.open || this.placing}
      @bid-asked=${(asked: BidAsked) => this.#place(asked.amount, false)}
    ></quick-bids>`;
  }

  #form() {
    const { currency } = this.rules;
    const offered = this.#offered();
    const words = bidWords(this.#asked, this.rules, offered, this.own !== undefined, this.#leads);
    return html`
      <form @submit=${this.#submit}>
        ${field({
          id: 'bid-amount',
          label: `${words.label} (${currency})`,
          help: words.help,
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
              <button class="primary" data-testid="place-bid" ?disabled=${!this.client.bids.open || this.placing}>
                ${this.placing ? 'Placing…' : words.button}
              </button>
            </div>
          `,
        })}
      </form>
    `;
  }

  #buyNow() {
    const { buyNow, currency } = this.rules;
    return buyNow && offerStands(this.rules, this.event) ? this.#take('buy-now', `Buy now for ${money(buyNow.price, currency)}`) : nothing;
  }

  #take(what: Taking, label: string) {
    return html`<take-button .client=${this.client} .lot=${this.event.lot} .currency=${this.rules.currency} .what=${what} .label=${label}></take-button>`;
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

  /** The lowest amount that can do anything: the next minimum, or one step above the own maximum while it leads or waits; of sealed bids, the one that is in. */
  #offered(): number {
    const max = this.own?.max;
    switch (this.#asked) {
      case 'sealed-bid':
        return max ?? this.rules.startingPrice;
      case 'early-bid':
        return max === undefined ? this.event.next : max + stepAt(this.rules.increments ?? [], max);
      default:
        if (max === undefined || !this.#leads) return this.event.next;
        return Math.max(this.event.next, max + stepAt(this.rules.increments ?? [], max));
    }
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
    const result = await this.client.bid(this.event.lot, amount, { confirmLarge, insist: false });
    this.placing = false;
    this.answer = answer(result, this.rules.currency, this.#asked);
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
