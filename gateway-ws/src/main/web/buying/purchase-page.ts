import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { bill, bills } from '../costs/bill';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import { whenBack } from '../look/when-back';
import { lotLink } from '../shell/route';
import { dateTime } from '../times';
import { bidderWords } from '../words/bidder';
import { buyingWords } from '../words/buying';
import { problemInWords } from '../words/problem';
import { signInFirst } from './list-parts';
import './lot-cover';
import './offer-answer';
import { purchase, type PurchaseInFull } from './own';
import './pay-button';
import { purchaseLook } from './purchase-look';
import './sale-documents';
import { isPending, mayPay, newestCharge, stageOf } from './stage';
import { stagePill } from './stage-pill';

/** How often a payment that is on its way is looked at again, and how often at most. */
const LOOK_AGAIN_MS = 2_000;
const MOST_LOOKS = 150;

/** One purchase: what is owed and whether it is paid, what can be done, documents and history. */
class PurchasePage extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, sale: { state: true }, problem: { state: true } };
  static override styles = [look, buttons, bills, notices, pills, skeletons, purchaseLook];
  client!: GavelClient;
  lot!: string;
  sale: PurchaseInFull | undefined;
  problem: { readonly text: string; readonly unknown: boolean } | undefined;
  #looks = 0;
  #timer: number | undefined;

  constructor() {
    super();
    new Listening(this, () => {
      void this.#read();
      return [
        this.client.session.changes.on(() => {
          this.sale = undefined;
          void this.#read();
        }),
        whenBack(this.client, () => void this.#read()),
        this.client.sales.on(({ lot }) => lot === this.lot && void this.#read()),
        () => window.clearTimeout(this.#timer),
      ];
    });
  }

  override render() {
    const text = buyingWords();
    const { sale } = this;
    if (!this.#account) return signInFirst();
    return html`
      <a class="small back" href="#/my/sales">← ${text.allSales}</a>
      ${this.problem ? this.#failed(this.problem) : nothing} ${sale ? this.#whole(sale) : this.problem ? nothing : html`<div class="skeleton"></div>`}
    `;
  }

  #whole(sale: PurchaseInFull) {
    const text = buyingWords();
    const stage = stageOf(sale, this.#account);
    return html`
      <article data-testid="purchase" data-stage=${stage}>
        <div class="head">
          <lot-cover .client=${this.client} .lot=${sale.lot} .name=${sale.title}></lot-cover>
          <div>
            <h1>${sale.title}</h1>
            <p class="muted">${text.knockedDown(dateTime(sale.at))} · ${text.from(sale.seller)}</p>
            <p><a href=${lotLink(sale.lot)}>${text.lot}</a></p>
          </div>
        </div>
        <section class="card state" aria-labelledby="state">
          <h2 id="state"><span role="status" data-testid="stage">${stagePill(stage)}</span></h2>
          <p>${text.means[stage]}</p>
          ${this.#money(sale)}
        </section>
        ${this.#bill(sale)}
        <sale-documents .client=${this.client} .lot=${sale.lot} .documents=${sale.documents ?? []}></sale-documents>
        ${this.#history(sale)}
      </article>
    `;
  }

  /** What there is to do, and until when. */
  #money(sale: PurchaseInFull) {
    const text = buyingWords();
    const charge = newestCharge(sale, this.#account);
    const stage = stageOf(sale, this.#account);
    if (stage === 'offered' && sale.offer)
      return html`
        ${sale.until ? html`<p class="small muted">${text.answerBy(dateTime(sale.until))}</p>` : nothing}
        <offer-answer .client=${this.client} .sale=${sale} @sale-moved=${(moved: CustomEvent<PurchaseInFull>) => this.#take(moved.detail)}></offer-answer>
      `;
    return html`
      ${charge && stage !== 'paid' ? html`<p role="status" data-testid="charge" data-status=${charge.status}>${text.charge[charge.status]}</p>` : nothing}
      ${stage === 'to-pay' && sale.until ? html`<p class="small muted">${text.payBy(dateTime(sale.until))}</p>` : nothing}
      ${mayPay(sale, this.#account)
        ? html`<pay-button .client=${this.client} .sale=${sale} @sale-moved=${(moved: CustomEvent<PurchaseInFull>) => this.#take(moved.detail)}></pay-button>`
        : nothing}
    `;
  }

  #bill({ lines, total, currency }: PurchaseInFull) {
    if (!lines || total === undefined) return nothing;
    const text = bidderWords().bill;
    return html`<section class="card" aria-labelledby="bill">
      <h2 id="bill">${buyingWords().bill}</h2>
      <div data-testid="bill">${bill(lines, total, currency, { hammer: text.hammer, total: text.total })}</div>
    </section>`;
  }

  #history({ history = [] }: PurchaseInFull) {
    const text = buyingWords();
    if (history.length === 0) return nothing;
    return html`<section aria-labelledby="happened">
      <h2 id="happened">${text.history}</h2>
      <ol data-testid="sale-history">
        ${[...history].reverse().map(
          ({ at, what, state }) => html`<li>
            <time datetime=${at}>${dateTime(at)}</time>
            <span>${text.happened[what] ?? what}: ${text.inState[state]}</span>
          </li>`,
        )}
      </ol>
    </section>`;
  }

  #failed({ text: why, unknown }: { readonly text: string; readonly unknown: boolean }) {
    const text = buyingWords();
    if (unknown) return emptyState(text.unknownSale, html`<a class="button" href="#/my/sales">${text.allSales}</a>`, 'no-purchase');
    return html`<div role="alert">${notice('bad', html`${text.failed(why)} <button @click=${() => this.#read()}>${text.again}</button>`)}</div>`;
  }

  get #account(): string | undefined {
    return this.client.session.who?.account;
  }

  async #read(): Promise<void> {
    const account = this.#account;
    this.problem = undefined;
    if (!account) return;
    try {
      const sale = await purchase(this.client, this.lot);
      if (account === this.#account) this.#take(sale);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = { text: problemInWords(failed), unknown: failed.status === 404 || failed.status === 400 };
    }
  }

  /** Shows it, and looks again while a payment is on its way. */
  #take(sale: PurchaseInFull): void {
    this.problem = undefined;
    this.sale = sale;
    document.title = `${sale.title} · Gavel`;
    window.clearTimeout(this.#timer);
    if (isPending(sale, this.#account) && this.isConnected && this.#looks++ < MOST_LOOKS) this.#timer = window.setTimeout(() => void this.#read(), LOOK_AGAIN_MS);
  }
}

customElements.define('purchase-page', PurchasePage);
