import { LitElement, css, html, type PropertyValues } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { look } from '../look/look';
import { money } from '../money';
import { bidderWords } from '../words/bidder';
import { percent } from './bill';
import { costBook, type Costs } from './costs';

/** The buyer's premium and the taxes in a sentence. */
export function premiumInWords({ premium, taxes, currency }: Pick<Costs, 'premium' | 'taxes' | 'currency'>): string {
  const text = bidderWords().premium;
  const bands = premium.map(({ upTo, percent: rate }, at) =>
    upTo === undefined ? (at === 0 ? text.all(percent(rate)) : text.above(percent(rate))) : (at === 0 ? text.upTo : text.then)(percent(rate), money(upTo, currency)),
  );
  const taxed = [taxes.premium > 0 ? text.taxOnPremium(percent(taxes.premium)) : '', taxes.hammer > 0 ? text.taxOnHammer(percent(taxes.hammer)) : ''];
  return [`${bands.join(', ')}.`, ...taxed.filter(Boolean)].join(' ');
}

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
