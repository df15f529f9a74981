import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LotsWanted } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import type { Lot } from '../client/protocol';
import { Catalogue } from '../lots/catalogue';
import { buttons } from '../look/buttons';
import { fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { skeletons } from '../look/skeletons';
import { operatingWords } from '../words/operating';
import { words } from '../words/words';
import type { Act } from './acts';
import './ask-dialog';
import type { Asking } from './ask-dialog';
import { askingAct, type Subject } from './asking-acts';
import './live-row';
import type { ActAsked, Chosen } from './live-row';
import { liveSalesLook } from './live-sales-look';
import { operateFrame, operateFrameLook } from './operate-frame';

const LOOK_AGAIN_MS = 5_000;
const TYPED_FOR_MS = 250;

/** What runs and what comes next, the soonest end first, each with what the auctioneer can do to it. */
class LiveSales extends LitElement {
  static override properties = { client: { attribute: false }, asking: { state: true }, chosen: { state: true }, done: { state: true } };
  static override styles = [look, buttons, fields, notices, skeletons, operateFrameLook, liveSalesLook];
  client!: GavelClient;
  asking: Asking | undefined;
  chosen: ReadonlyMap<string, Subject> = new Map();
  done = '';
  /** What is said once it is done. */
  #saying = '';
  #q = '';
  #typed: number | undefined;
  readonly #running = this.#catalogue();
  readonly #coming = this.#catalogue();

  constructor() {
    super();
    new Listening(this, () => {
      const timer = window.setInterval(() => document.hidden || this.#lookForNewcomers(), LOOK_AGAIN_MS);
      this.#begin();
      return [() => window.clearInterval(timer), () => window.clearTimeout(this.#typed), this.client.session.changes.on(() => this.#begin())];
    });
  }

  override render() {
    return operateFrame(this.client, 'live', () => this.#sales());
  }

  #sales() {
    const text = operatingWords();
    const newcomers = this.#running.newcomers + this.#coming.newcomers;
    return html`
      <div class="top">
        <h1>${text.page.live}</h1>
        <form role="search" @submit=${this.#search}>
          <label class="only-read-aloud" for="q">${words().list.search}</label>
          <input id="q" type="search" maxlength="200" autocomplete="off" data-testid="search" placeholder=${text.searchHint} @input=${this.#input} />
        </form>
      </div>
      <div class="bar">
        <p role="status" class="small" data-testid="done">${this.done}</p>
        ${newcomers > 0 ? html`<button data-testid="newcomers" @click=${() => this.#begin()}>${words().list.newcomers(newcomers)}</button>` : nothing}
      </div>
      ${this.#several()} ${this.#section(text.running, this.#running, text.nothingRuns, 'running')}
      ${this.#section(text.coming, this.#coming, text.nothingComes, 'coming')}
      ${this.asking
        ? html`<ask-dialog .asking=${this.asking} @finished=${this.#finished} @given-up=${() => (this.asking = undefined)}></ask-dialog>`
        : nothing}
    `;
  }

  #several() {
    if (this.chosen.size === 0) return nothing;
    const text = operatingWords();
    return html`
      <div class="several" role="group" aria-label=${text.chosen(this.chosen.size)}>
        <p>${text.chosen(this.chosen.size)}</p>
        <button data-testid="pause-chosen" @click=${() => this.#askFor('pause', [...this.chosen.values()])}>${text.acts.pause.short}</button>
        <button data-testid="resume-chosen" @click=${() => this.#askFor('resume', [...this.chosen.values()])}>${text.acts.resume.short}</button>
        <button class="plain" @click=${() => (this.chosen = new Map())}>${text.chooseNone}</button>
      </div>
    `;
  }

  #section(title: string, catalogue: Catalogue, none: string, testId: string) {
    const { known, lots, problem, hasMore, loading } = catalogue;
    return html`
      <section aria-labelledby=${testId} data-testid=${testId}>
        <h2 id=${testId}>${title}</h2>
        ${problem
          ? html`<div role="alert">${notice('bad', html`${words().list.failed(problem)} <button @click=${() => this.#begin()}>${words().list.again}</button>`)}</div>`
          : nothing}
        ${!known && !problem ? html`<div class="skeleton" aria-hidden="true"></div>` : nothing}
        ${known && lots.length === 0 ? (this.#q ? html`<p class="muted">${words().list.noneFound}</p>` : emptyState(none, nothing, `no-${testId}`)) : this.#rows(lots)}
        ${hasMore ? html`<button data-testid="more-${testId}" ?disabled=${loading} @click=${() => catalogue.more()}>${words().list.more}</button>` : nothing}
      </section>
    `;
  }

  #rows(lots: readonly Lot[]) {
    return html`<ul @act-asked=${(asked: ActAsked) => this.#askFor(asked.act, [asked.subject])} @chosen=${this.#choose}>
      ${repeat(
        lots,
        ({ id }) => id,
        (lot) => html`<li><live-row .client=${this.client} .lot=${lot} .chosen=${this.chosen.has(lot.id)}></live-row></li>`,
      )}
    </ul>`;
  }

  #askFor(act: Act, subjects: readonly Subject[]): void {
    this.done = '';
    this.asking = askingAct(this.client, act, subjects);
    this.#saying = operatingWords().acts[act].done(this.asking.on);
  }

  #finished(): void {
    this.done = this.#saying;
    this.asking = undefined;
    this.chosen = new Map();
  }

  #choose({ subject, chosen }: Chosen): void {
    const all = new Map(this.chosen);
    if (chosen) all.set(subject.rules.id, subject);
    else all.delete(subject.rules.id);
    this.chosen = all;
  }

  #catalogue(): Catalogue {
    return new Catalogue(
      (wanted) => this.client.api.lots(wanted),
      () => this.requestUpdate(),
    );
  }

  #begin(): void {
    if (!this.client.session.may('OPERATOR')) return this.requestUpdate();
    const q: LotsWanted = this.#q ? { q: this.#q } : {};
    this.chosen = new Map();
    void this.#running.begin({ status: 'open', sort: 'closing', ...q });
    void this.#coming.begin({ status: 'scheduled', sort: 'closing', ...q });
  }

  #lookForNewcomers(): void {
    void this.#running.lookForNewcomers();
    void this.#coming.lookForNewcomers();
  }

  #search(submitted: Event): void {
    submitted.preventDefault();
    this.#begin();
  }

  #input(typed: Event): void {
    const q = (typed.target as HTMLInputElement).value.trim();
    window.clearTimeout(this.#typed);
    this.#typed = window.setTimeout(() => {
      if (q === this.#q) return;
      this.#q = q;
      this.#begin();
    }, TYPED_FOR_MS);
  }
}

customElements.define('live-sales', LiveSales);
