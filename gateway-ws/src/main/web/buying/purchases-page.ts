import { LitElement, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import { whenBack } from '../look/when-back';
import { money } from '../money';
import type { SaleState } from '../sale';
import { dateTime } from '../times';
import { buyingWords } from '../words/buying';
import { filters, listOf, signInFirst } from './list-parts';
import './lot-cover';
import { myLook, rowLook } from './my-look';
import './my-nav';
import { purchases, type Purchase } from './own';
import { Paged } from './paged';
import { stageOf } from './stage';
import { stagePill } from './stage-pill';

/** What one bought or is offered, newest hammer first; told anew when something moves. */
class PurchasesPage extends LitElement {
  static override properties = { client: { attribute: false }, only: {} };
  static override styles = [look, buttons, notices, pills, skeletons, rowLook, myLook];
  client!: GavelClient;
  only: SaleState | undefined;
  readonly #list = new Paged<Purchase>(
    ({ lot }) => lot,
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    new Listening(this, () => {
      this.#begin();
      return [
        this.client.session.changes.on(() => this.#begin()),
        this.client.sales.on(({ private: own }) => own && own.role !== 'seller' && void this.#list.refresh()),
        whenBack(this.client, () => void this.#list.refresh()),
      ];
    });
  }

  override render() {
    const text = buyingWords();
    return html`
      <my-nav page="sales"></my-nav>
      ${this.client.session.who
        ? html`${filters('sales', text.saleFilters, this.only)} ${listOf(this.#list, (sale) => this.#row(sale), this.#nothing())}`
        : signInFirst()}
    `;
  }

  #row(sale: Purchase) {
    const text = buyingWords();
    const stage = stageOf(sale, this.client.session.who?.account);
    const link = `#/my/sales/${encodeURIComponent(sale.lot)}`;
    const urgent = stage === 'to-pay' || stage === 'offered';
    return html`<li>
      <article class="card row" data-testid="purchase" data-lot=${sale.lot} data-stage=${stage}>
        <lot-cover .client=${this.client} .lot=${sale.lot} .name=${sale.title}></lot-cover>
        <div class="what">
          <h2><a href=${link}>${sale.title}</a></h2>
          <p>${stagePill(stage)}</p>
          <p class="small muted">${text.knockedDown(dateTime(sale.at))}</p>
          ${stage === 'offered' && sale.offer?.until ? html`<p class="small">${text.answerBy(dateTime(sale.offer.until))}</p>` : ''}
        </div>
        <div class="end">
          <p class="price">${money(sale.offer?.price ?? sale.hammer ?? 0, sale.currency)}</p>
          <a class="button ${urgent ? 'primary' : ''}" href=${link}>${text.toPurchase}</a>
        </div>
      </article>
    </li>`;
  }

  #nothing() {
    const text = buyingWords();
    return emptyState(this.only ? text.noSalesSo : text.noSales, html`<a class="button" href="#/">${text.toOpenLots}</a>`, 'no-sales');
  }

  #begin(): void {
    this.requestUpdate();
    if (this.client.session.who) void this.#list.begin((cursor) => purchases(this.client, this.only, cursor));
  }
}

customElements.define('purchases-page', PurchasesPage);
