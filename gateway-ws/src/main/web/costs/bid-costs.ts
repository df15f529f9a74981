import { LitElement, css, html, type PropertyValues } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { look } from '../look/look';
import { skeletons } from '../look/skeletons';
import { bidderWords } from '../words/bidder';
import { bill, bills } from './bill';
import { costBook, type Costs } from './costs';

/** What a price costs with premium and tax. Its place is kept while that is asked for; another price is never shown with the answer for this one. */
class BidCosts extends LitElement {
  static override properties = {
    client: { attribute: false },
    price: { attribute: false },
    currency: {},
    atMost: { type: Boolean },
    costs: { state: true },
    failed: { state: true },
  };
  static override styles = [
    look,
    skeletons,
    bills,
    css`
      .skeleton {
        grid-column: 1 / -1;
        height: 1.1rem;
      }
      /* What cannot be told stands where the lines would, which keep their place. */
      .stack {
        display: grid;
      }
      .stack > * {
        grid-area: 1 / 1;
      }
      .kept {
        visibility: hidden;
      }
    `,
  ];
  client!: GavelClient;
  /** In minor units. */
  price!: number;
  currency!: string;
  /** Whether the price is the most that may be paid, and so the total. */
  atMost = false;
  costs: Costs | undefined;
  failed = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('price') || changed.has('currency')) void this.#ask(this.currency, this.price);
  }

  override render() {
    const text = bidderWords().bill;
    const { costs, atMost } = this;
    return html`<div role="status" data-testid="costs" data-state=${costs ? 'known' : this.failed ? 'failed' : 'asked'}>
      ${costs
        ? bill(costs.lines, costs.total, costs.currency, { hammer: atMost ? text.bid : text.price, total: atMost ? text.totalAtMost : text.total })
        : this.#placeholder()}
    </div>`;
  }

  #placeholder() {
    const text = bidderWords().bill;
    const rows = Array.from({ length: costBook(this.client).rows(this.currency) });
    return html`<div class="stack">
      <div class="bill ${this.failed ? 'kept' : ''}">${rows.map(() => html`<span class="skeleton"></span>`)}</div>
      <p class=${this.failed ? 'small' : 'only-read-aloud'}>${this.failed ? text.unknown : text.asked}</p>
    </div>`;
  }

  async #ask(currency: string, price: number): Promise<void> {
    const book = costBook(this.client);
    this.costs = book.known(currency, price);
    this.failed = false;
    if (this.costs) return;
    const meant = (): boolean => this.price === price && this.currency === currency;
    try {
      const costs = await book.of(currency, price);
      if (meant()) this.costs = costs;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (meant()) this.failed = true;
    }
  }
}

customElements.define('bid-costs', BidCosts);
