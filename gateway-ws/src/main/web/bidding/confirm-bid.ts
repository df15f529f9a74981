import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import '../costs/bid-costs';
import { buttons } from '../look/buttons';
import { dialogs } from '../look/dialogs';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { money } from '../money';
import { words } from '../words/words';
import type { Asked } from './answer';

/** Asks once more before something binding is sent. Tells `confirmed` or `given-up`. */
class ConfirmBid extends LitElement {
  static override properties = {
    client: { attribute: false },
    amount: { attribute: false },
    least: { attribute: false },
    currency: {},
    name: {},
    asked: {},
    large: { type: Boolean },
    connected: { type: Boolean },
  };
  static override styles = [
    look,
    buttons,
    dialogs,
    notices,
    css`
      .amount {
        font: 600 var(--text-price) / 1.1 var(--serif);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  client!: GavelClient;
  amount!: number;
  /** What a bid must be by now; below it, it cannot be sent from here. */
  least: number | undefined;
  currency!: string;
  /** The lot's title. */
  name!: string;
  asked!: Asked;
  /** Whether it is far above what would do. */
  large = false;
  connected = false;

  override render() {
    const text = words().bidding;
    const { confirm } = text;
    const buys = this.asked === 'buy-now' || this.asked === 'accept-price';
    const amount = money(this.amount, this.currency);
    const tooLow = this.least !== undefined && this.amount < this.least;
    return html`
      <dialog aria-labelledby="title" aria-describedby="means" data-testid="confirm" @close=${() => this.dispatchEvent(new Event('given-up'))}>
        <div>
          <h2 id="title">${buys ? confirm.buyTitle : confirm.title}</h2>
          <p class="muted">${confirm.on(this.name)}</p>
        </div>
        <p class="amount" data-testid="confirm-amount">${amount}</p>
        <p id="means">${confirm.means[this.asked]}</p>
        <bid-costs .client=${this.client} .price=${this.amount} .currency=${this.currency} .atMost=${!buys}></bid-costs>
        <div role="alert">
          ${this.large ? notice('bad', confirm.large) : nothing} ${tooLow ? notice('bad', confirm.tooLow(money(this.least ?? 0, this.currency))) : nothing}
          ${this.connected ? nothing : notice('bad', text.notConnected)}
        </div>
        <div class="actions">
          <button data-testid="cancel-bid" @click=${this.#close}>${confirm.no}</button>
          <button class="primary" data-testid="confirm-bid" ?disabled=${tooLow || !this.connected} @click=${this.#confirmed}>
            ${buys ? confirm.yesBuy : confirm.yes(amount)}
          </button>
        </div>
      </dialog>
    `;
  }

  /** Closed first: a dialog that is only taken away does not give the focus back. */
  #confirmed(): void {
    this.#close();
    this.dispatchEvent(new Event('confirmed'));
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
    this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
  }
}

customElements.define('confirm-bid', ConfirmBid);
