import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LotsWanted } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import type { Lot } from '../client/protocol';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import { whenBack } from '../look/when-back';
import { Catalogue } from '../lots/catalogue';
import type { SaleState } from '../sale';
import { sellingWords } from '../words/selling';
import './board-lot';
import type { CancelAsked } from './board-lot';
import { draftRow, saleRow } from './board-rows';
import './cancel-lot';
import { Drafts } from './drafts';
import { relist } from './relist';
import { rowLook } from './row-look';
import { SaleShelf } from './sale-shelf';
import { sellerBoardLook } from './seller-board-look';
import { SellerCalls } from './seller-calls';
import { boardLink, TABS, type Tab } from './seller-page';

const WANTED: Readonly<Record<'scheduled' | 'open' | 'closed', LotsWanted>> = {
  scheduled: { status: 'scheduled', sort: 'closing' },
  open: { status: 'open', sort: 'closing' },
  closed: { status: 'closed', sort: '-closing' },
};
const STATES: Readonly<Record<'sold' | 'paid' | 'unsold', readonly SaleState[]>> = {
  sold: ['awaiting-payment', 'defaulted', 'offered'],
  paid: ['paid', 'sold-by-offer'],
  unsold: ['unsold'],
};
/** After something moved on, everything is read anew; what moves on meanwhile is part of it. */
const READ_AGAIN_MS = 1_000;

/** All lots of a seller by where they are, live, and what can be done with them. */
class SellerBoard extends LitElement {
  static override properties = { client: { attribute: false }, tab: {}, cancelling: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    pills,
    skeletons,
    rowLook,
    sellerBoardLook,
  ];
  client!: GavelClient;
  tab: Tab = 'open';
  cancelling: Lot | undefined;
  problem: string | undefined;
  #drafts!: Drafts;
  #again: number | undefined;
  readonly #calls = (): SellerCalls => new SellerCalls(this.client);
  readonly #changed = (): void => this.requestUpdate();
  readonly #lots = {
    scheduled: new Catalogue((wanted) => this.#calls().ownLots(wanted), this.#changed),
    open: new Catalogue((wanted) => this.#calls().ownLots(wanted), this.#changed),
    closed: new Catalogue((wanted) => this.#calls().ownLots(wanted), this.#changed),
  };
  readonly #sales = {
    sold: this.#shelf('sold'),
    paid: this.#shelf('paid'),
    unsold: this.#shelf('unsold'),
  };

  constructor() {
    super();
    new Listening(this, () => {
      this.#drafts = new Drafts(this.client.session.who?.account ?? '');
      this.#read();
      return [this.client.sales.on(() => this.#readSoon()), whenBack(this.client, () => this.#readSoon()), () => window.clearTimeout(this.#again)];
    });
  }

  override render() {
    const text = sellingWords().board;
    return html`
      <h1>${text.title}</h1>
      <nav aria-label=${text.which}>${TABS.map((tab) => this.#tab(tab))}</nav>
      ${this.problem ? html`<div role="alert">${notice('bad', this.problem)}</div>` : nothing}
      <div @moved-on=${this.#readSoon} @cancel-asked=${(asked: CancelAsked) => (this.cancelling = asked.lot)}>${this.#rows()}</div>
      ${this.cancelling
        ? html`<cancel-lot
            .client=${this.client}
            .lot=${this.cancelling.id}
            .name=${this.cancelling.title}
            @cancelled=${this.#readSoon}
            @over=${() => (this.cancelling = undefined)}
          ></cancel-lot>`
        : nothing}
    `;
  }

  #tab(tab: Tab) {
    const text = sellingWords().board;
    const { count, more } = this.#count(tab);
    return html`<a class="button" href=${boardLink(tab)} data-testid="board-${tab}" aria-current=${tab === this.tab ? 'page' : nothing}
      >${text.tabs[tab]}&nbsp;<span class="muted" data-testid="count-${tab}">${count === undefined ? '' : text.count(count, more)}</span></a
    >`;
  }

  #count(tab: Tab): { readonly count: number | undefined; readonly more: boolean } {
    if (tab === 'drafts') return { count: this.#drafts.all().length, more: false };
    const shelf = isOfLots(tab) ? this.#lots[tab] : this.#sales[tab];
    return { count: shelf.known ? ('lots' in shelf ? shelf.lots : shelf.items).length : undefined, more: shelf.hasMore };
  }

  #rows() {
    const { tab } = this;
    if (tab === 'drafts') return this.#list(this.#drafts.all(), ({ id }) => id, (draft) => draftRow(draft, () => this.#remove(draft.id)));
    const shelf = isOfLots(tab) ? this.#lots[tab] : this.#sales[tab];
    const text = sellingWords();
    const failed = shelf.problem
      ? html`<div role="alert" data-testid="board-failed">
          ${notice('bad', html`${text.board.failed(shelf.problem)} <button @click=${this.#read}>${text.again}</button>`)}
        </div>`
      : nothing;
    if (!shelf.known) return shelf.problem ? failed : this.#skeleton();
    const rows =
      'lots' in shelf
        ? this.#list(shelf.lots, ({ id }) => id, (lot) => html`<board-lot .client=${this.client} .lot=${lot}></board-lot>`)
        : this.#list(shelf.items, ({ lot }) => lot, (sale) => saleRow(sale, (lot) => void this.#relist(lot)));
    const more = shelf.hasMore
      ? html`<p><button data-testid="more-rows" ?disabled=${shelf.loading} @click=${() => shelf.more()}>${text.board.more}</button></p>`
      : nothing;
    return html`${failed}${rows}${more}`;
  }

  #list<Item>(items: readonly Item[], key: (item: Item) => unknown, row: (item: Item) => unknown) {
    const text = sellingWords();
    if (items.length === 0)
      return emptyState(text.board.none[this.tab], html`<a class="button primary" href="#/sell/new">${text.toNew}</a>`, 'nothing-on-board');
    return html`<ul data-testid="board-rows">
      ${repeat(items, key, (item) => html`<li>${row(item)}</li>`)}
    </ul>`;
  }

  #skeleton() {
    return html`<ul aria-busy="true" aria-label=${sellingWords().loading}>
      ${Array.from({ length: 4 }, () => html`<li class="skeleton"></li>`)}
    </ul>`;
  }

  #shelf(tab: keyof typeof STATES): SaleShelf {
    return new SaleShelf(STATES[tab], (state, limit, cursor) => this.#calls().sales(state, limit, cursor), this.#changed);
  }

  #read(): void {
    for (const tab of ['open', 'scheduled', 'closed'] as const) void this.#lots[tab].renew(WANTED[tab]);
    for (const shelf of Object.values(this.#sales)) void shelf.begin();
  }

  #readSoon(): void {
    this.#again ??= window.setTimeout(() => {
      this.#again = undefined;
      this.#read();
    }, READ_AGAIN_MS);
  }

  #remove(draft: string): void {
    this.#drafts.remove(draft);
    this.requestUpdate();
  }

  async #relist(lot: string): Promise<void> {
    this.problem = await relist(this, lot);
  }
}

function isOfLots(tab: Exclude<Tab, 'drafts'>): tab is keyof typeof WANTED {
  return tab in WANTED;
}

customElements.define('seller-board', SellerBoard);
