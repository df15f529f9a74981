import { LitElement, css, html, type PropertyValues } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { look } from '../look/look';
import { bidderWords } from '../words/bidder';
import { costBook, type Costs } from './costs';
import { premiumInWords } from './in-words';

/** What the house takes on top of a price, in plain words. */
class PremiumTerms extends LitElement {
  static override properties = { client: { attribute: false }, currency: {}, known: { state: true } };
  static override styles = [
    look,
    css`
      :host {
        display: inline;
      }
    `,
  ];
  client!: GavelClient;
  currency!: string;
  known: Costs | 'failed' | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('currency')) void this.#ask(this.currency);
  }

  override render() {
    const text = bidderWords().premium;
    if (!this.known) return html`${text.asked}`;
    return html`<span data-testid="premium">${this.known === 'failed' ? text.unknown : premiumInWords(this.known)}</span>`;
  }

  async #ask(currency: string): Promise<void> {
    const asked = costBook(this.client).of(currency, 0);
    try {
      const costs = await asked;
      if (currency === this.currency) this.known = costs;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.known = 'failed';
    }
  }
}

customElements.define('premium-terms', PremiumTerms);
