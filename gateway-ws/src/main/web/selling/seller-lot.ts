import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { LotEvent, LotRules } from '../client/protocol';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { pills } from '../look/pills';
import { whenBack } from '../look/when-back';
import { isDutch, isSealed } from '../lots/formats';
import '../lots/lot-page';
import { money } from '../money';
import { lotLink } from '../shell/route';
import { dateTime } from '../times';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import { salePill } from './board-rows';
import './cancel-lot';
import { relist } from './relist';
import './sale-papers';
import { SellerCalls, type SellersSale } from './seller-calls';
import { boardLink, ownLotLink } from './seller-page';

/** One's own lot, live, with what only its seller may see and do above it. */
class SellerLot extends LitElement {
  static override properties = {
    client: { attribute: false },
    lot: {},
    rules: { state: true },
    event: { state: true },
    sale: { state: true },
    problem: { state: true },
    cancelling: { state: true },
  };
  static override styles = [
    look,
    buttons,
    notices,
    pills,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
      }
      .strip {
        display: grid;
        gap: var(--space-3);
        border-left: 4px solid var(--brass);
        min-height: 6.5rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-5);
        font-variant-numeric: tabular-nums;
      }
      dd {
        font-weight: 600;
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  rules: LotRules | undefined;
  event: LotEvent | undefined;
  sale: SellersSale | undefined;
  problem: string | undefined;
  cancelling = false;

  constructor() {
    super();
    new Listening(this, () => [
      this.client.watch(this.lot, { onEvent: (event, rules) => this.#happened(event, rules) }).stop,
      this.client.sales.on(({ lot }) => {
        if (lot === this.lot) void this.#fetchSale();
      }),
      whenBack(this.client, () => {
        if (this.event?.status === 'closed') void this.#fetchSale();
      }),
    ]);
  }

  override render() {
    return html`
      ${this.#strip()}
      <lot-page .client=${this.client} .lot=${this.lot} .back=${boardLink('open')}></lot-page>
      ${this.cancelling && this.rules
        ? html`<cancel-lot .client=${this.client} .lot=${this.lot} .name=${this.rules.title} @over=${() => (this.cancelling = false)}></cancel-lot>`
        : nothing}
    `;
  }

  #strip() {
    const { rules, event } = this;
    const text = sellingWords().board;
    const own = rules?.seller === this.client.session.who?.account;
    if (rules && !own) return html`<p>${notice('quiet', html`${text.notYours} <a href=${lotLink(this.lot)}>${text.publicView}</a>`)}</p>`;
    return html`<section class="strip card" data-testid="sellers-strip" aria-label=${text.sellersView}>
      <h2>${text.sellersView}</h2>
      ${rules && event ? (event.status === 'closed' ? this.#after(event) : this.#before(rules, event)) : nothing}
      ${this.problem ? html`<div role="alert">${notice('bad', this.problem)}</div>` : nothing}
    </section>`;
  }

  #before(rules: LotRules, event: LotEvent) {
    const text = sellingWords().board;
    const sealed = isSealed(rules) && event.reserve !== 'none';
    return html`
      ${isDutch(rules) ? nothing : html`<p data-testid="reserve-now">${sealed ? text.reserve.sealed : text.reserve[event.reserve]}</p>`}
      <div class="actions">
        <a href=${lotLink(this.lot)} data-testid="public-view">${text.publicView}</a>
        ${event.bids === 0 ? html`<button data-testid="cancel-lot" @click=${() => (this.cancelling = true)}>${text.cancelLot}</button>` : nothing}
      </div>
    `;
  }

  #after(event: LotEvent) {
    const { sale } = this;
    const text = sellingWords().board;
    const missed = event.outcome === 'unsold' && event.reserve === 'not-met' ? html`<p>${text.reserveMissed}</p>` : nothing;
    if (!sale) return html`${missed}<p class="muted">${text.noSaleYet}</p>`;
    const until = sale.until ? text.until(dateTime(sale.until)) : '';
    return html`
      ${missed}
      <p data-testid="own-sale" data-state=${sale.state}>${salePill(sale.state)} ${until} ${sale.buyer ? text.buyer(sale.buyer) : ''}</p>
      ${this.#money(sale)} <sale-papers .client=${this.client} .sale=${sale}></sale-papers>
      <div class="actions">
        <a href=${lotLink(this.lot)} data-testid="public-view">${text.publicView}</a>
        ${sale.relistedAs ? html`<a href=${ownLotLink(sale.relistedAs)}>${text.relisted}</a>` : nothing}
        ${sale.state === 'unsold' && !sale.relistedAs ? html`<button data-testid="relist" @click=${this.#relist}>${text.relist}</button>` : nothing}
      </div>
    `;
  }

  #money({ hammer, net, currency }: SellersSale) {
    const text = sellingWords().board;
    if (hammer === undefined) return nothing;
    const part = (name: string, amount: number) => html`<div><dt class="small muted">${name}</dt><dd>${money(amount, currency)}</dd></div>`;
    return html`<dl>
      ${part(text.hammer, hammer)} ${net === undefined ? nothing : html`${part(text.commission, hammer - net)} ${part(text.net, net)}`}
    </dl>`;
  }

  #happened(event: LotEvent, rules: LotRules | undefined): void {
    this.rules = rules ?? this.rules;
    this.event = event;
    if (event.status === 'closed' && !this.sale) void this.#fetchSale();
  }

  /** A lot that has just closed has no sale yet; the frame that tells of it makes this ask again. */
  async #fetchSale(): Promise<void> {
    if (this.rules && this.rules.seller !== this.client.session.who?.account) return;
    try {
      this.sale = await new SellerCalls(this.client).sale(this.lot);
      this.problem = undefined;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (failed.status !== 404) this.problem = problemInWords(failed);
    }
  }

  async #relist(): Promise<void> {
    this.problem = await relist(this, this.lot);
  }
}

customElements.define('seller-lot', SellerLot);
