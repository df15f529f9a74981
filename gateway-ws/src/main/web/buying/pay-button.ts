import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { money } from '../money';
import { buyingWords } from '../words/buying';
import { Acting, moved } from './acting';
import type { PurchaseInFull } from './own';

/** Has a declined payment tried again. Tells `sale-moved`. */
class PayButton extends LitElement {
  static override properties = { client: { attribute: false }, sale: { attribute: false }, busy: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      p {
        margin-top: var(--space-2);
        color: var(--alert);
      }
    `,
  ];
  client!: GavelClient;
  sale!: PurchaseInFull;
  busy = false;
  problem: string | undefined;
  readonly #acting = new Acting();

  override render() {
    const text = buyingWords();
    const { total, currency } = this.sale;
    return html`
      <button class="primary" data-testid="pay" ?disabled=${this.busy} @click=${this.#pay}>
        ${this.busy ? text.paying : text.payAgain(money(total ?? 0, currency))}
      </button>
      <div role="alert">${this.problem ? html`<p class="small">${this.problem}</p>` : nothing}</div>
    `;
  }

  async #pay(): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      const answer = await this.#acting.do(this.client, this.sale.lot, 'pay');
      if (typeof answer === 'string') this.problem = answer;
      else this.dispatchEvent(moved(answer));
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('pay-button', PayButton);
