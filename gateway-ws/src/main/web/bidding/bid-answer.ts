import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { save } from '../look/save';
import { timeOfDay } from '../times';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';
import type { Answer } from './answer';

/** What became of a bid, where it stands in the log, and its receipt. */
class BidAnswer extends LitElement {
  static override properties = { client: { attribute: false }, answer: { attribute: false }, waiting: { type: Boolean }, testId: {}, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      :host {
        display: contents;
      }
      .answer {
        font-weight: 600;
        color: var(--alert);
      }
      .answer.good {
        color: var(--accent);
      }
      .answer:empty {
        position: absolute;
      }
      button.plain {
        justify-self: start;
        margin-top: -0.75rem;
        padding-left: 0;
      }
    `,
  ];
  client!: GavelClient;
  answer: Answer | undefined;
  /** Whether it was sent and is not answered yet. */
  waiting = false;
  testId = 'decision';
  problem: string | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('answer')) this.problem = undefined;
  }

  override render() {
    const { answer } = this;
    const text = words().bidding;
    return html`
      <p role="status" class="answer ${answer?.good ? 'good' : ''}" data-testid=${this.testId} data-word=${answer?.word ?? nothing}>${answer?.text ?? nothing}</p>
      ${this.waiting ? html`<p role="status" class="small muted" data-testid="sent">${text.sent}</p>` : nothing} ${this.#log()}
    `;
  }

  #log() {
    const decision = this.answer?.decision;
    const text = words().bidding;
    if (!decision?.at || decision.advisory) return nothing;
    return html`
      <p class="small muted" data-testid="in-the-log">${text.inTheLog(decision.version ?? 0, timeOfDay(decision.at))}</p>
      <button class="plain small" data-testid="receipt" @click=${() => this.#download(decision.id)}>${text.receipt}</button>
      ${this.problem ? html`<p class="small" role="alert">${this.problem}</p>` : nothing}
    `;
  }

  async #download(bid: string): Promise<void> {
    this.problem = undefined;
    try {
      save(new Blob([await this.client.api.receipt(bid)], { type: 'application/jose' }), `gavel-receipt-${bid}.jws`);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = words().bidding.receiptFailed(problemInWords(failed));
    }
  }
}

customElements.define('bid-answer', BidAnswer);
