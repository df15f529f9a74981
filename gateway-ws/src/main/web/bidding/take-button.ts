import { LitElement, css, html, nothing } from 'lit';
import type { Taking } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { answer, type Answer } from './answer';

/** Takes a lot at once: at its buy-now price, or at the price a Dutch lot has fallen to. */
class TakeButton extends LitElement {
  static override properties = {
    client: { attribute: false },
    lot: {},
    what: {},
    currency: {},
    label: {},
    taking: { state: true },
    answer: { state: true },
  };
  static override styles = [
    look,
    buttons,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      .answer {
        font-weight: 600;
        color: var(--alert);
      }
      .answer.good {
        color: var(--accent);
      }
      .answer:empty {
        display: none;
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  what!: Taking;
  currency!: string;
  label!: string;
  taking = false;
  answer: Answer | undefined;

  override render() {
    return html`
      <button class="primary" type="button" data-testid=${this.what} ?disabled=${this.taking} @click=${this.#take}>${this.taking ? 'Asking…' : this.label}</button>
      <p role="status" class="answer ${this.answer?.good ? 'good' : ''}" data-testid="take-decision" data-word=${this.answer?.word ?? nothing}>${
        this.answer?.text ?? nothing
      }</p>
    `;
  }

  async #take(): Promise<void> {
    if (this.taking) return;
    this.taking = true;
    this.answer = undefined;
    try {
      this.answer = answer(await this.client.take(this.lot, this.what), this.currency, this.what);
    } finally {
      this.taking = false;
    }
  }
}

customElements.define('take-button', TakeButton);
