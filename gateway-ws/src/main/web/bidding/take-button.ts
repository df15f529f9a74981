import { LitElement, css, html, nothing } from 'lit';
import type { Taking } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import type { LotRules } from '../client/protocol';
import '../costs/premium-terms';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { words } from '../words/words';
import { answer, type Answer } from './answer';
import './bid-answer';
import './confirm-bid';

/**
 * Takes a lot at once. Buying it now is confirmed first; a Dutch price is accepted at one press, since somebody else may be as fast, and
 * waiting only makes it cheaper. Without a connection nothing can be pressed: what is asked would be asked again, and so done later.
 */
class TakeButton extends LitElement {
  static override properties = {
    client: { attribute: false },
    rules: { attribute: false },
    what: {},
    label: {},
    taking: { state: true },
    answer: { state: true },
    confirming: { state: true },
  };
  static override styles = [
    look,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];
  client!: GavelClient;
  rules!: LotRules;
  what!: Taking;
  label!: string;
  taking = false;
  answer: Answer | undefined;
  confirming = false;

  constructor() {
    super();
    new Listening(this, () => [this.client.connection.states.on(() => this.requestUpdate())]);
  }

  override render() {
    const text = words().bidding;
    const connected = this.#connected;
    const primary = this.what === 'accept-price';
    return html`
      <button class=${primary ? 'primary' : ''} type="button" data-testid=${this.what} ?disabled=${this.taking || !connected} @click=${this.#pressed}>
        ${this.taking ? text.asking : this.label}
      </button>
      ${primary
        ? html`<p class="small muted">${text.acceptMeans} <premium-terms .client=${this.client} .currency=${this.rules.currency}></premium-terms></p>`
        : nothing}
      ${connected || !primary ? nothing : html`<p class="small muted">${text.notConnected}</p>`}
      <bid-answer .client=${this.client} .answer=${this.answer} testId="take-decision"></bid-answer>
      ${this.confirming && this.rules.buyNow
        ? html`<confirm-bid
            .client=${this.client}
            .amount=${this.rules.buyNow.price}
            .currency=${this.rules.currency}
            .name=${this.rules.title}
            .asked=${this.what}
            .connected=${connected}
            @confirmed=${this.#take}
            @given-up=${() => (this.confirming = false)}
          ></confirm-bid>`
        : nothing}
    `;
  }

  get #connected(): boolean {
    return this.client.connection.state === 'live';
  }

  #pressed(): void {
    if (this.what === 'buy-now') this.confirming = true;
    else void this.#take();
  }

  async #take(): Promise<void> {
    this.confirming = false;
    if (this.taking || !this.#connected) return;
    this.taking = true;
    this.answer = undefined;
    try {
      this.answer = answer(await this.client.take(this.rules.id, this.what), this.rules.currency, this.what);
    } finally {
      this.taking = false;
    }
  }
}

customElements.define('take-button', TakeButton);
