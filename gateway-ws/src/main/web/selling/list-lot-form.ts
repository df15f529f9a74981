import { LitElement, html, nothing } from 'lit';
import type { Listing } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { dialogs } from '../look/dialogs';
import { fields } from '../look/fields';
import { look } from '../look/look';
import type { PhotosChanged } from '../photos/photo-drop';
import { timeOfDay } from '../times';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import { draft } from './draft';
import { DraftKeeper } from './draft-keeper';
import { FIELDS, photosOf, type Filled } from './filled';
import { FilledFields, typedInto } from './filled-fields';
import { moreSection, rulesSection, scheduleSection, whatSection } from './form-sections';
import { listDraft } from './list-draft';
import { listLotFormLook } from './list-lot-form-look';
import './lot-preview';
import { emptyForm, presetOf, withPreset, type PresetName } from './presets';
import { problemsOf, type Problems } from './problems';
import './rules-meaning';
import { boardLink, ownLotLink } from './seller-page';

/** The form a seller lists a lot with; what is typed is kept as a draft until it is listed. */
class ListLotForm extends LitElement {
  static override properties = {
    client: { attribute: false },
    draft: {},
    filled: { state: true },
    problems: { state: true },
    problem: { state: true },
    busy: { state: true },
    sending: { state: true },
    previewed: { state: true },
  };
  static override styles = [look, buttons, dialogs, fields, listLotFormLook];
  client!: GavelClient;
  /** Its id. */
  draft!: string;
  filled: Filled = {};
  problems: Problems = {};
  problem: string | undefined;
  busy = false;
  /** Whether photos are still on their way. */
  sending = false;
  /** As they are handed to where they are dropped: the same array until they are others. */
  #photos: readonly string[] = [];
  previewed: Listing | undefined;
  readonly #keeper = new DraftKeeper(this);

  override connectedCallback(): void {
    super.connectedCallback();
    const kept = this.#keeper.begin(this.client.session.who?.account ?? '', this.draft);
    this.filled = kept?.filled ?? emptyForm(this.client.clock.now());
    this.#photos = photosOf(this.filled);
  }

  override render() {
    const text = sellingWords().form;
    const shown = new FilledFields(this.filled, this.problems);
    const again = this.#keeper.kept?.relists !== undefined;
    return html`
      <h1>${again ? text.titleAgain : text.title}</h1>
      <div class="page">
        <form novalidate @input=${this.#typed} @change=${this.#typed} @submit=${this.#submit}>
          <section class="card">${whatSection(shown, this.client, this.#photos, this.#photosChanged)}</section>
          <section class="card">${rulesSection(shown, presetOf(this.filled, this.client.clock.now()), (name) => this.#choose(name))} ${moreSection(shown)}</section>
          <section class="card">${scheduleSection(shown)}</section>
          <p class="error" role="alert" data-testid="list-problem">${this.problem ?? nothing}</p>
          <div class="actions">
            <button class="primary" data-testid="list-lot" ?disabled=${this.busy || this.sending}>${this.busy ? text.busy : again ? text.buttonAgain : text.button}</button>
            <button type="button" data-testid="list-preview" @click=${this.#preview}>${text.preview}</button>
            ${this.#keeper.kept
              ? html`<button type="button" class="plain" data-testid="discard-draft" @click=${this.#discard}>${text.discard}</button>`
              : nothing}
          </div>
          ${this.#keeping()}
        </form>
        <aside class="card"><rules-meaning .clock=${this.client.clock} .filled=${this.filled}></rules-meaning></aside>
      </div>
      ${this.#previewing()}
    `;
  }

  #keeping() {
    const text = sellingWords().form;
    const { kept, notKept } = this.#keeper;
    if (notKept) return html`<p class="error" role="alert" data-testid="not-kept">${text.notKept[notKept]}</p>`;
    const said = kept ? text.kept(timeOfDay(new Date(kept.keptAt).toISOString())) : text.keptNot;
    return html`<p class="small muted kept" data-testid=${kept ? 'kept' : 'not-kept-yet'}>${said}</p>`;
  }

  #previewing() {
    const text = sellingWords().form;
    if (!this.previewed) return nothing;
    return html`<dialog class="wide" aria-labelledby="previewed" @close=${() => (this.previewed = undefined)}>
      <h2 id="previewed">${text.previewTitle}</h2>
      <p class="muted">${text.previewNot}</p>
      <lot-preview
        .client=${this.client}
        .listing=${this.previewed}
        .seller=${this.client.session.who?.account}
        .lot=${this.draft}
      ></lot-preview>
      <form method="dialog"><button class="primary" data-testid="close-preview">${text.closePreview}</button></form>
    </dialog>`;
  }

  override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #typed(typed: Event): void {
    const filled = typedInto(this.filled, typed.target);
    if (!filled || JSON.stringify(filled) === JSON.stringify(this.filled)) return;
    const name = (typed.target as HTMLInputElement).name;
    this.problems = Object.fromEntries(Object.entries(this.problems).filter(([wrong]) => wrong !== name));
    if (Object.keys(this.problems).length === 0) this.problem = undefined;
    this.#fill(filled);
  }

  readonly #photosChanged = ({ detail }: PhotosChanged): void => {
    this.sending = detail.busy;
    if (detail.photos.join(' ') === (this.filled['photos'] ?? '')) return;
    this.#photos = detail.photos;
    this.#fill({ ...this.filled, photos: detail.photos.join(' ') });
  };

  #choose(name: PresetName): void {
    this.problems = {};
    this.problem = undefined;
    this.#fill(withPreset(this.filled, name, this.client.clock.now()));
  }

  #fill(filled: Filled): void {
    this.filled = filled;
    this.#keeper.typed(filled);
  }

  #discard(): void {
    this.#keeper.remove();
    location.hash = boardLink('drafts');
  }

  #preview(): void {
    const drafted = this.#drafted();
    if (drafted) this.previewed = drafted;
  }

  /** The listing, or what is wrong is shown. */
  #drafted(): Listing | undefined {
    const drafted = draft(this.filled, this.client.clock.now());
    if ('listing' in drafted) {
      this.problems = {};
      this.problem = undefined;
      return drafted.listing;
    }
    this.#refused(drafted.problems);
    return undefined;
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    const drafted = this.busy || this.sending ? undefined : this.#drafted();
    if (!drafted) return;
    this.busy = true;
    try {
      const lot = await listDraft(this.client, this.#keeper, this.filled, drafted);
      if (!lot) return this.#refused({}, sellingWords().form.undecided);
      this.#keeper.remove();
      if (this.isConnected) location.hash = ownLotLink(lot.id);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (failed.status === 400 || failed.status === 409) this.#keeper.keep(this.filled, undefined);
      const problems = problemsOf(failed, drafted.currency);
      const shown = FIELDS.some((name) => problems[name] !== undefined);
      this.#refused(problems, shown ? undefined : problemInWords(failed));
    } finally {
      this.busy = false;
    }
  }

  /** Shows what is wrong where it was entered, and goes to the first of it. */
  #refused(problems: Problems, problem?: string): void {
    this.problems = problems;
    this.problem = problem ?? sellingWords().form.checkFields;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.wrong input, .wrong textarea, .wrong select')?.focus());
  }
}

customElements.define('list-lot-form', ListLotForm);
