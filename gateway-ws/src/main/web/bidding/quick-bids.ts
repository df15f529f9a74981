import { LitElement, css, html } from 'lit';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { money } from '../money';
import { words } from '../words/words';

const SETTLED_AFTER_MS = 400;

/** Asks for a bid of `amount`, in minor units. */
export class BidAsked extends Event {
  constructor(readonly amount: number) {
    super('bid-asked', { bubbles: true, composed: true });
  }
}

/** One tap asks for a bid. After the amounts changed they do nothing for a moment, so that nobody bids more than he read. */
class QuickBids extends LitElement {
  static override properties = { amounts: { attribute: false }, currency: {}, disabled: { type: Boolean }, settling: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      [role='group'] {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        flex: 1 1 5.5rem;
        flex-direction: column;
        padding-inline: 0.4rem;
        line-height: 1.3;
      }
      small {
        font-weight: 400;
      }
    `,
  ];
  amounts: readonly number[] = [];
  currency!: string;
  disabled = false;
  settling = false;
  #settled: number | undefined;
  #shown = '';

  override willUpdate(): void {
    const shown = this.amounts.join();
    if (this.#shown !== '' && shown !== this.#shown) this.#settle();
    this.#shown = shown;
  }

  override render() {
    const inert = this.disabled || this.settling;
    return html`
      <div role="group" aria-label=${words().bidding.atOnce}>
        ${this.amounts.map(
          (amount) => html`
            <button
              type="button"
              data-testid="quick-bid"
              data-amount=${amount}
              aria-disabled=${inert}
              @click=${() => inert || this.dispatchEvent(new BidAsked(amount))}
            >
              <small>${words().bidding.bid}</small> ${money(amount, this.currency)}
            </button>
          `,
        )}
      </div>
    `;
  }

  #settle(): void {
    this.settling = true;
    window.clearTimeout(this.#settled);
    this.#settled = window.setTimeout(() => (this.settling = false), SETTLED_AFTER_MS);
  }
}

customElements.define('quick-bids', QuickBids);
