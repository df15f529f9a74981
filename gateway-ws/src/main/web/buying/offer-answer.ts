import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import '../costs/bid-costs';
import { buttons } from '../look/buttons';
import { dialogs } from '../look/dialogs';
import { look } from '../look/look';
import { money } from '../money';
import { buyingWords } from '../words/buying';
import { Acting, moved } from './acting';
import type { PurchaseInFull } from './own';

/** Accepts or declines an offer; both are asked once more. Tells `sale-moved`. */
class OfferAnswer extends LitElement {
  static override properties = {
    client: { attribute: false },
    sale: { attribute: false },
    asking: { state: true },
    busy: { state: true },
    problem: { state: true },
  };
  static override styles = [
    look,
    buttons,
    dialogs,
    css`
      :host {
        display: grid;
        justify-self: stretch;
        gap: var(--space-3);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .problem {
        color: var(--alert);
      }
    `,
  ];
  client!: GavelClient;
  sale!: PurchaseInFull;
  asking: 'accept' | 'decline' | undefined;
  busy = false;
  problem: string | undefined;
  readonly #acting = new Acting();

  override render() {
    const text = buyingWords();
    const price = this.sale.offer?.price ?? 0;
    return html`
      ${this.#costs()}
      <div class="answers">
        <button class="primary" data-testid="accept-offer" aria-disabled=${this.busy} @click=${() => this.#ask('accept')}>
          ${this.busy ? text.answering : text.accept}
        </button>
        <button data-testid="decline-offer" aria-disabled=${this.busy} @click=${() => this.#ask('decline')}>${text.decline}</button>
      </div>
      <p class="small problem" role="alert">${this.problem ?? nothing}</p>
      ${this.asking ? this.#dialog(this.asking, money(price, this.sale.currency)) : nothing}
    `;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('asking') && this.asking) this.renderRoot.querySelector('dialog')?.showModal();
  }

  #costs() {
    return html`<bid-costs .client=${this.client} .price=${this.sale.offer?.price ?? 0} .currency=${this.sale.currency}></bid-costs>`;
  }

  #dialog(asking: 'accept' | 'decline', price: string) {
    const text = buyingWords();
    return html`<dialog aria-labelledby="asked" @close=${() => (this.asking = undefined)}>
      <h2 id="asked">${asking === 'accept' ? text.acceptTitle : text.declineSure}</h2>
      ${asking === 'accept'
        ? html`<p>${text.acceptMeans}</p>
            ${this.#costs()}`
        : nothing}
      <div class="actions">
        <button @click=${this.#close}>${text.no}</button>
        <button class="primary" data-testid="answer-offer" @click=${() => this.#answer(asking)}>
          ${asking === 'accept' ? text.acceptYes(price) : text.declineYes}
        </button>
      </div>
    </dialog>`;
  }

  #ask(what: 'accept' | 'decline'): void {
    if (!this.busy) this.asking = what;
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  async #answer(what: 'accept' | 'decline'): Promise<void> {
    if (this.busy) return;
    this.#close();
    this.asking = undefined;
    this.busy = true;
    this.problem = undefined;
    try {
      const answer = await this.#acting.do(this.client, this.sale.lot, what);
      if (typeof answer === 'string') this.problem = answer;
      else this.dispatchEvent(moved(answer));
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('offer-answer', OfferAnswer);
