import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { buttons } from '../look/buttons';
import { dialogs } from '../look/dialogs';
import { field, fields } from '../look/fields';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { operatingWords } from '../words/operating';
import { answersTo, type Answers, type Question, type Wrong } from './questions';

/** Sends what was answered; undefined when it is done, else why not. */
export type Send = (answers: Answers) => Promise<string | undefined>;

/** What a dialog is about. */
export interface Asking {
  readonly title: string;
  /** To what it is done. */
  readonly on: string;
  /** What will happen. */
  readonly means: string;
  readonly questions: readonly Question[];
  /** What the button says. */
  readonly yes: string;
  readonly send: Send;
}

/**
 * Asks why, and once more, before something is done that others see. Enter sends, Escape gives up; what is refused is said and can be
 * tried again. Tells `finished` when it is done, `given-up` when it is closed before.
 */
class AskDialog extends LitElement {
  static override properties = {
    asking: { attribute: false },
    means: { attribute: false },
    blocked: {},
    wrong: { state: true },
    refused: { state: true },
    busy: { state: true },
  };
  static override styles = [
    look,
    buttons,
    dialogs,
    fields,
    notices,
    css`
      form {
        display: grid;
        gap: var(--space-4);
      }
      [role='alert']:empty {
        display: none;
      }
    `,
  ];
  asking!: Asking;
  /** What will happen, where that moves while the dialog is open. */
  means: string | TemplateResult | undefined;
  /** Why it cannot be sent just now. */
  blocked: string | undefined;
  wrong: Wrong = {};
  refused: string | undefined;
  busy = false;
  #done = false;

  override render() {
    const { title, on, means, questions, yes } = this.asking;
    const text = operatingWords().ask;
    return html`
      <dialog aria-labelledby="title" aria-describedby="means" data-testid="ask" @close=${this.#closed} @cancel=${this.#cancel}>
        <form novalidate @submit=${this.#submit}>
          <div>
            <h2 id="title">${title}</h2>
            <p class="muted">${on}</p>
          </div>
          <p id="means" data-testid="ask-means">${this.means ?? means}</p>
          ${questions.map((question) => this.#question(question))}
          <div role="alert" data-testid="ask-refused">
            ${this.blocked ? notice('bad', this.blocked) : nothing} ${this.refused ? notice('bad', this.refused) : nothing}
          </div>
          <div class="actions">
            <button type="button" data-testid="ask-no" ?disabled=${this.busy} @click=${() => this.#dialog?.close()}>${text.no}</button>
            <button class="primary" data-testid="ask-yes" ?disabled=${this.busy || !!this.blocked}>${this.busy ? text.sending : yes}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  override firstUpdated(): void {
    this.#dialog?.showModal();
    const first = this.renderRoot.querySelector('input');
    if (first) first.select();
    else this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #question({ name, label, value, help, kind, most = 500 }: Question) {
    const id = `ask-${name}`;
    const described = help ? `${id}-help ${id}-error` : `${id}-error`;
    const control = html`<input
      id=${id}
      name=${name}
      data-testid=${id}
      autocomplete="off"
      inputmode=${kind === 'text' ? 'text' : kind === 'minutes' ? 'numeric' : 'decimal'}
      maxlength=${kind === 'text' ? most : nothing}
      aria-describedby=${described}
      value=${value}
    />`;
    return field({ id, label, control, help, error: this.wrong[name] });
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    if (this.busy || this.blocked) return;
    const form = new FormData(submitted.target as HTMLFormElement);
    const read = answersTo(this.asking.questions, (name) => String(form.get(name) ?? ''));
    this.refused = undefined;
    this.wrong = 'wrong' in read ? read.wrong : {};
    if ('wrong' in read) return void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.wrong input')?.focus());
    this.busy = true;
    try {
      this.refused = await this.asking.send(read.answers);
    } finally {
      this.busy = false;
    }
    if (this.refused !== undefined) return;
    this.#done = true;
    this.#dialog?.close();
  }

  /** What is on its way cannot be given up. */
  #cancel(cancelled: Event): void {
    if (this.busy) cancelled.preventDefault();
  }

  #closed(): void {
    this.dispatchEvent(new Event(this.#done ? 'finished' : 'given-up'));
  }
}

customElements.define('ask-dialog', AskDialog);
