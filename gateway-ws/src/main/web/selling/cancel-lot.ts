import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { newId } from '../client/new-id';
import { buttons } from '../look/buttons';
import { dialogs } from '../look/dialogs';
import { field, fields } from '../look/fields';
import { look } from '../look/look';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import { SellerCalls } from './seller-calls';

const MOST_REASON = 500;

/** Asks why a lot is to be cancelled, and cancels it; tells `over` when it is put away, and `cancelled` before that if it was done. */
class CancelLot extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, name: {}, problem: { state: true }, busy: { state: true } };
  static override styles = [
    look,
    buttons,
    dialogs,
    fields,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  /** The lot's title. */
  name!: string;
  problem: string | undefined;
  busy = false;
  /** The same for each try, so that a second one gets the first's answer. */
  readonly #id = newId();

  override render() {
    const text = sellingWords().board;
    return html`<dialog aria-labelledby="asked" @close=${() => this.dispatchEvent(new Event('over'))}>
      <h2 id="asked">${text.cancelTitle(this.name)}</h2>
      <p>${text.cancelMeans}</p>
      <form novalidate @submit=${this.#submit}>
        ${field({
          id: 'cancel-reason',
          label: text.reason,
          error: this.problem,
          control: html`<input id="cancel-reason" name="reason" data-testid="cancel-reason" maxlength=${MOST_REASON} aria-describedby="cancel-reason-error" autocomplete="off" />`,
        })}
        <div class="actions">
          <button type="button" @click=${() => this.renderRoot.querySelector('dialog')?.close()}>${sellingWords().cancel}</button>
          <button class="primary" data-testid="confirm-cancel" ?disabled=${this.busy}>${this.busy ? text.cancelling : text.doCancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    const reason = String(new FormData(submitted.target as HTMLFormElement).get('reason') ?? '').trim();
    this.problem = reason === '' ? sellingWords().board.giveReason : undefined;
    if (this.problem || this.busy) return;
    this.busy = true;
    try {
      await new SellerCalls(this.client).cancel(this.lot, reason, this.#id);
      this.dispatchEvent(new Event('cancelled'));
      this.renderRoot.querySelector('dialog')?.close();
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = problemInWords(failed);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('cancel-lot', CancelLot);
