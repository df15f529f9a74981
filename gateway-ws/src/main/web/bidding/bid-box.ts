import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { Taking } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules } from '../client/protocol';
import { rungs } from '../ladder';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { isDutch, offerStands } from '../lots/formats';
import { standing } from '../lots/standing';
import { digitsOf, money, parseMoney, plainMoney } from '../money';
import { words } from '../words/words';
import { answer, isOutdated, type Answer, type Asked } from './answer';
import './bid-answer';
import { bidBoxLook } from './bid-box-look';
import { bidWords } from './bid-words';
import './confirm-bid';
import { askedOf, isLarge, offered, tooLittle, type ToConfirm } from './offered';
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
    asked: { state: true },
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
  /** What waits for being confirmed. */
  asked: ToConfirm | undefined;

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
    if (isDutch(this.rules)) return this.#take('accept-price', words().bidding.acceptPrice);
    return html`
      ${this.#quick()} ${this.#form()}
      ${this.client.bids.open ? nothing : html`<p class="small muted">${words().bidding.notConnected}</p>`}
      <bid-answer .client=${this.client} .answer=${this.answer} .waiting=${this.placing}></bid-answer>
      ${this.#confirm()} ${this.#buyNow()}
    `;
  }

  get #asked(): Asked {
    return askedOf(this.rules, this.event);
  }

  get #offered(): number {
    return offered(this.rules, this.event, this.own);
  }

  get #leads(): boolean {
    return standing(this.event, this.own, this.rules) === 'leading';
  }

  #quick() {
    if (this.#asked !== 'bid' || this.#leads) return nothing;
    return html`<quick-bids
      .amounts=${rungs(this.rules.increments ?? [], this.#offered, QUICK_BIDS)}
      .currency=${this.rules.currency}
      .disabled=${!this.client.bids.open || this.placing}
      @bid-asked=${(asked: BidAsked) => this.#ask(asked.amount)}
    ></quick-bids>`;
  }

  #form() {
    const { currency } = this.rules;
    const least = this.#offered;
    const around = bidWords(this.#asked, this.rules, least, this.own !== undefined, this.#leads);
    return html`
      <form @submit=${this.#submit}>
        ${field({
          id: 'bid-amount',
          label: `${around.label} (${currency})`,
          help: around.help,
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
                .value=${this.typed ?? plainMoney(least, currency)}
                @input=${(input: InputEvent) => (this.typed = (input.target as HTMLInputElement).value)}
                @focus=${(focus: FocusEvent) => (focus.target as HTMLInputElement).select()}
              />
              <button class="primary" data-testid="place-bid" ?disabled=${!this.client.bids.open} aria-disabled=${this.placing}>
                ${this.placing ? words().bidding.placing : around.button}
              </button>
            </div>
          `,
        })}
      </form>
    `;
  }

  #buyNow() {
    const { buyNow, currency } = this.rules;
    return buyNow && offerStands(this.rules, this.event) ? this.#take('buy-now', words().bidding.buyNow(money(buyNow.price, currency))) : nothing;
  }

  #take(what: Taking, label: string) {
    return html`<take-button .client=${this.client} .rules=${this.rules} .what=${what} .label=${label}></take-button>`;
  }

  #confirm() {
    if (!this.asked) return nothing;
    const { amount, large } = this.asked;
    return html`<confirm-bid
      .client=${this.client}
      .amount=${amount}
      .least=${this.#asked === 'bid' ? this.event.next : undefined}
      .currency=${this.rules.currency}
      .name=${this.rules.title}
      .asked=${this.#asked}
      .large=${large}
      .connected=${this.client.bids.open}
      @confirmed=${() => this.#place(amount, large)}
      @given-up=${() => (this.asked = undefined)}
    ></confirm-bid>`;
  }

  #submit(submitted: SubmitEvent): void {
    submitted.preventDefault();
    const parsed = parseMoney(this.typed ?? plainMoney(this.#offered, this.rules.currency), this.rules.currency);
    this.problem = 'problem' in parsed ? parsed.problem : tooLittle(parsed.amount, this.rules, this.event);
    if ('amount' in parsed && !this.problem) this.#ask(parsed.amount);
  }

  #ask(amount: number, large = isLarge(amount, this.rules, this.event)): void {
    if (!this.placing) this.asked = { amount, large };
  }

  async #place(amount: number, confirmLarge: boolean): Promise<void> {
    if (this.placing) return;
    this.#reset();
    this.placing = true;
    const [asked, account] = [this.#asked, this.client.session.who?.account];
    const result = await this.client.bid(this.event.lot, amount, { confirmLarge, insist: false });
    this.placing = false;
    // What somebody bid, and what became of it, is nobody else's business.
    if (this.client.session.who?.account !== account) return;
    this.answer = answer(result, this.rules.currency, asked);
    if (this.answer.word === 'confirm-large') this.#ask(amount, true);
    if (this.answer.word !== 'accepted') this.typed = plainMoney(amount, this.rules.currency);
    if (this.answer.word === 'too-low') this.typed = undefined;
  }

  #reset(): void {
    this.typed = undefined;
    this.problem = undefined;
    this.answer = undefined;
    this.asked = undefined;
  }
}

customElements.define('bid-box', BidBox);
