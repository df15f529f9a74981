import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import { whenBack } from '../look/when-back';
import { money } from '../money';
import { dateTime } from '../times';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import { salePill } from './board-rows';
import './sale-papers';
import { SaleShelf } from './sale-shelf';
import { SellerCalls, type SellersSale } from './seller-calls';
import { ownLotLink } from './seller-page';
import { sums } from './sums';
import { tables } from './tables';

const FETCHED_AT_ONCE = 4;

/** A seller's sales with hammer price, commission and what he gets, and the statements. */
class SellerStatements extends LitElement {
  static override properties = { client: { attribute: false }, full: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    pills,
    skeletons,
    tables,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }
      .skeleton {
        height: 16rem;
      }
    `,
  ];
  client!: GavelClient;
  /** Sales with their lines and documents, by lot. */
  full: ReadonlyMap<string, SellersSale> = new Map();
  problem: string | undefined;
  /** Those of which something newer may be known. */
  #stale: Set<string> = new Set();
  readonly #calls = (): SellerCalls => new SellerCalls(this.client);
  readonly #shelf = new SaleShelf(
    ['awaiting-payment', 'defaulted', 'offered', 'paid', 'sold-by-offer'],
    (state, limit, cursor) => this.#calls().sales(state, limit, cursor),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    new Listening(this, () => {
      void this.#read(() => this.#shelf.begin());
      return [
        this.client.sales.on(({ private: own }) => own?.role === 'seller' && this.#readAnew()),
        whenBack(this.client, () => this.#readAnew()),
      ];
    });
  }

  override render() {
    const text = sellingWords();
    const { known, items, hasMore, loading } = this.#shelf;
    const problem = this.#shelf.problem ?? this.problem;
    return html`
      <div>
        <h1>${text.board.statements}</h1>
        <p class="muted">${text.board.statementsLead}</p>
      </div>
      ${problem
        ? html`<div role="alert">
            ${notice('bad', html`${text.board.failed(problem)} <button @click=${() => this.#read(() => this.#shelf.begin())}>${text.again}</button>`)}
          </div>`
        : nothing}
      ${known ? (items.length === 0 ? this.#nothing() : this.#table(items)) : problem ? nothing : html`<div class="skeleton" role="status" aria-label=${text.loading}></div>`}
      ${hasMore ? html`<p><button ?disabled=${loading} @click=${() => this.#read(() => this.#shelf.more())}>${text.board.more}</button></p>` : nothing}
    `;
  }

  #nothing() {
    const text = sellingWords();
    return emptyState(text.board.noStatements, html`<a class="button primary" href="#/sell/new">${text.toNew}</a>`, 'no-statements');
  }

  #table(items: readonly SellersSale[]) {
    const text = sellingWords().board;
    const amounts = [text.hammer, text.commission, text.net];
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${text.statements}>
      <table data-testid="statements-table">
        <thead>
          <tr>
            <th scope="col">${text.date}</th>
            <th scope="col">${text.lot}</th>
            <th scope="col">${text.state}</th>
            ${amounts.map((name) => html`<th scope="col" class="amount">${name}</th>`)}
            <th scope="col">${text.statement}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            ({ lot }) => lot,
            (sale) => this.#row(this.full.get(sale.lot) ?? sale),
          )}
        </tbody>
        <tfoot>
          ${sums(items.map(({ lot }) => this.full.get(lot)).filter((sale) => sale !== undefined)).map(
            ({ currency, hammer, net }) => html`<tr data-testid="statements-sum">
              <th scope="row" colspan="3">${text.sum(currency)}</th>
              ${[hammer, hammer - net, net].map((amount) => html`<td class="amount">${money(amount, currency)}</td>`)}
              <td></td>
            </tr>`,
          )}
        </tfoot>
      </table>
    </div>`;
  }

  #row(sale: SellersSale) {
    const { hammer, net, currency } = sale;
    const amount = (minor: number | undefined) => html`<td class="amount">${minor === undefined ? nothing : money(minor, currency)}</td>`;
    const commission = hammer === undefined || net === undefined ? undefined : hammer - net;
    return html`<tr data-testid="statement" data-lot=${sale.lot} data-state=${sale.state}>
      <td>${dateTime(sale.at)}</td>
      <td><a href=${ownLotLink(sale.lot)}>${sale.title}</a></td>
      <td>${salePill(sale.state)}</td>
      ${amount(hammer)} ${amount(commission)} ${amount(net)}
      <td>
        ${sale.documents?.length ? html`<sale-papers .client=${this.client} .sale=${sale}></sale-papers>` : html`<span class="small muted">${sellingWords().board.notYet}</span>`}
      </td>
    </tr>`;
  }

  /** What is shown stays until it is there. */
  #readAnew(): void {
    this.#stale = new Set(this.full.keys());
    void this.#read(() => this.#shelf.begin());
  }

  async #read(reading: () => Promise<void>): Promise<void> {
    await reading();
    const waiting = this.#shelf.items.map(({ lot }) => lot).filter((lot) => !this.full.has(lot) || this.#stale.has(lot));
    const worker = async (): Promise<void> => {
      for (let lot = waiting.shift(); lot; lot = waiting.shift()) await this.#fetch(lot);
    };
    await Promise.all(Array.from({ length: FETCHED_AT_ONCE }, worker));
  }

  async #fetch(lot: string): Promise<void> {
    try {
      const sale = await this.#calls().sale(lot);
      this.full = new Map([...this.full, [lot, sale]]);
      this.#stale.delete(lot);
      this.problem = undefined;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (failed.status !== 404) this.problem = problemInWords(failed);
    }
  }
}

customElements.define('seller-statements', SellerStatements);
