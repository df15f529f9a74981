import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import '../photos/photo-drop';
import type { PhotosChanged } from '../photos/photo-drop';
import { lotLink } from '../shell/route';
import { sellingWords } from '../words/selling';
import { draft } from './draft';
import { listLotFormLook } from './list-lot-form-look';
import { problemsOf, type Problems } from './problems';

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'JPY', 'BHD'];

/** The form a seller lists a lot with. */
class ListLotForm extends LitElement {
  static override properties = {
    client: { attribute: false },
    problems: { state: true },
    problem: { state: true },
    busy: { state: true },
    fixedStep: { state: true },
    closesAtTime: { state: true },
    softClose: { state: true },
    photos: { state: true },
    sending: { state: true },
  };
  static override styles = [look, buttons, fields, listLotFormLook];
  client!: GavelClient;
  problems: Problems = {};
  problem: string | undefined;
  busy = false;
  fixedStep = false;
  closesAtTime = false;
  softClose = true;
  photos: readonly string[] = [];
  /** Photos are on their way. */
  sending = false;

  constructor() {
    super();
    new Listening(this, () => [this.client.session.changes.on(() => this.requestUpdate())]);
  }

  override render() {
    const text = sellingWords();
    const [before, signIn, behind] = text.signInFirst;
    if (!this.client.session.may('SELLER')) return html`<p>${before}<a href="#/sign-in">${signIn}</a>${behind}</p>`;
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        <h1>${text.title}</h1>
        ${this.#text('title', text.lotTitle, html`<input id="list-title" name="title" data-testid="list-title" maxlength="200" aria-describedby="list-title-error" />`)}
        ${this.#text(
          'description',
          text.description,
          html`<textarea
            id="list-description"
            name="description"
            data-testid="list-description"
            maxlength="10000"
            aria-describedby="list-description-error"
          ></textarea>`,
        )}
        <photo-drop
          .client=${this.client}
          .photos=${this.photos}
          @photos-changed=${({ detail }: PhotosChanged) => {
            this.photos = detail.photos;
            this.sending = detail.busy;
          }}
        ></photo-drop>
        <div class="pair">
          ${this.#text(
            'currency',
            text.currency,
            html`<select id="list-currency" name="currency" data-testid="list-currency">
              ${CURRENCIES.map((currency) => html`<option>${currency}</option>`)}
            </select>`,
          )}
          ${this.#amount('startingPrice', text.startingPrice, '1')}
          ${this.#amount('reserve', text.reserve, '', text.reserveHelp)} ${this.#steps()}
        </div>
        ${this.#closing()} ${this.#lateBids()}
        <p class="error" role="alert" data-testid="list-problem">${this.problem ?? nothing}</p>
        <div><button class="primary" data-testid="list-lot" ?disabled=${this.busy || this.sending}>${this.busy ? text.busy : text.button}</button></div>
      </form>
    `;
  }

  #steps() {
    const text = sellingWords();
    return html`
      ${this.#text(
        'increments',
        text.steps,
        html`<select
          id="list-increments"
          name="increments"
          data-testid="list-increments"
          @change=${(change: Event) => (this.fixedStep = (change.target as HTMLSelectElement).value === 'fixed')}
        >
          <option value="ebay-us">${text.growing}</option>
          <option value="fixed">${text.fixed}</option>
        </select>`,
      )}
      ${this.fixedStep ? this.#amount('step', text.step, '1', '', this.problems['increments']) : nothing}
    `;
  }

  #closing() {
    const text = sellingWords();
    const choose = (at: boolean) => () => (this.closesAtTime = at);
    return html`
      <fieldset>
        <legend>${text.closes}</legend>
        <div class="choices">
          <label class="choice"><input type="radio" name="closes" value="in" checked @change=${choose(false)} />${text.afterSomeTime}</label>
          <label class="choice"
            ><input type="radio" name="closes" value="at" data-testid="list-closes-at-choice" @change=${choose(true)} />${text.atTime}</label
          >
        </div>
        ${this.closesAtTime
          ? this.#text(
              'closesAt',
              text.dateAndTime,
              html`<input id="list-closesAt" name="closesAt" type="datetime-local" step="1" data-testid="list-closes-at" />`,
            )
          : html`<div class="narrow pair">
              ${this.#number('minutes', text.minutes, 5, this.problems['closesAt'])} ${this.#number('seconds', text.seconds, 0)}
            </div>`}
      </fieldset>
    `;
  }

  #lateBids() {
    const text = sellingWords();
    return html`
      <fieldset>
        <legend>${text.lateBids}</legend>
        <label class="choice"
          ><input
            type="checkbox"
            name="softClose"
            data-testid="list-soft-close"
            checked
            @change=${(change: Event) => (this.softClose = (change.target as HTMLInputElement).checked)}
          />${text.extends}</label
        >
        ${this.softClose
          ? html`<div class="pair">
              ${this.#number('window', text.window, 120, this.problems['softClose'])}
              ${this.#number('extension', text.extension, 120)}
            </div>`
          : nothing}
      </fieldset>
    `;
  }

  #text(name: string, label: string, control: TemplateResult, help?: string, error = this.problems[name]) {
    return field({ id: `list-${name}`, label, control, help, error });
  }

  #amount(name: string, label: string, value: string, help?: string, error = this.problems[name]) {
    const control = html`<input id="list-${name}" name=${name} data-testid="list-${name}" aria-describedby="list-${name}-error" inputmode="decimal" autocomplete="off" value=${value} />`;
    return this.#text(name, label, control, help, error);
  }

  #number(name: string, label: string, value: number, error = this.problems[name]) {
    const control = html`<input id="list-${name}" name=${name} data-testid="list-${name}" aria-describedby="list-${name}-error" type="number" min="0" step="1" value=${value} />`;
    return this.#text(name, label, control, undefined, error);
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    const drafted = draft(new FormData(submitted.target as HTMLFormElement), this.client.clock.now());
    if ('problems' in drafted) return this.#refused(drafted.problems);
    this.busy = true;
    try {
      const lot = await this.client.api.list(this.photos.length > 0 ? { ...drafted.listing, photos: this.photos } : drafted.listing);
      location.hash = lotLink(lot.id);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.#refused(problemsOf(failed, drafted.listing.currency), failed.message);
    } finally {
      this.busy = false;
    }
  }

  /** Shows what is wrong where it was entered, and goes to the first of it. */
  #refused(problems: Problems, problem?: string): void {
    this.problems = problems;
    this.problem = problem ?? sellingWords().checkFields;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.wrong input, .wrong textarea, .wrong select')?.focus());
  }
}

customElements.define('list-lot-form', ListLotForm);
