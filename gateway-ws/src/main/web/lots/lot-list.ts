import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { skeletons } from '../look/skeletons';
import { words } from '../words/words';
import { Catalogue, PAGE } from './catalogue';
import './lot-card';
import './lot-filters';
import type { Wished } from './lot-filters';
import { lotListLook } from './lot-list-look';
import { NO_WISHES, queryOf, wantedOf, type Wishes } from './wishes';

const LOOK_AGAIN_MS = 10_000;
/** How far before its end the list is read on. */
const READ_ON_BEFORE = '800px 0px';

/** The lots of one state as cards, endlessly; each is kept live while it is in view, and stays in its place whatever becomes of it. */
class LotList extends LitElement {
  static override properties = { client: { attribute: false }, status: {}, wishes: { attribute: false } };
  static override styles = [look, buttons, notices, skeletons, lotListLook];
  client!: GavelClient;
  status: 'open' | 'scheduled' | 'closed' = 'open';
  wishes: Wishes = NO_WISHES;
  /** What the list was begun with. */
  #begun: string | undefined;
  readonly #catalogue = new Catalogue(
    (wanted) => this.client.api.lots(wanted),
    () => this.requestUpdate(),
  );
  readonly #atEnd = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && void this.#catalogue.more(), {
    rootMargin: READ_ON_BEFORE,
  });

  constructor() {
    super();
    new Listening(this, () => {
      const timer = window.setInterval(() => document.hidden || void this.#catalogue.lookForNewcomers(), LOOK_AGAIN_MS);
      void this.#catalogue.lookForNewcomers();
      this.requestUpdate();
      return [() => window.clearInterval(timer), () => this.#atEnd.disconnect()];
    });
  }

  override render() {
    const text = words().list;
    const { known, lots, hasMore, newcomers } = this.#catalogue;
    return html`
      <div>
        <h1>${text.title}</h1>
        <p class="lead muted">${text.lead}</p>
      </div>
      <lot-filters .status=${this.status} .wishes=${this.wishes} @wished=${this.#wished}></lot-filters>
      <div class="status">
        <p role="status" class="small muted" data-testid="found">${known ? text.found(lots.length, hasMore) : text.loading}</p>
        ${newcomers > 0 ? html`<button data-testid="newcomers" @click=${this.#begin}>${text.newcomers(newcomers)}</button>` : nothing}
      </div>
      ${known ? this.#lots() : this.#catalogue.problem ? nothing : this.#skeleton()}
      <div class="foot">${this.#foot()}</div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if ((changed.has('status') || changed.has('wishes')) && this.#begun !== this.#asked()) this.#begin();
    const foot = this.renderRoot.querySelector('.foot');
    if (!foot) return;
    this.#atEnd.unobserve(foot);
    if (!this.#catalogue.problem && !this.#catalogue.loading) this.#atEnd.observe(foot);
  }

  #lots() {
    const { lots } = this.#catalogue;
    if (lots.length === 0) return this.#nothing();
    return html`
      <ul data-testid="lots">
        ${repeat(
          lots,
          ({ id }) => id,
          (lot) => html`<li><lot-card .client=${this.client} .lot=${lot}></lot-card></li>`,
        )}
      </ul>
    `;
  }

  #nothing() {
    const text = words().list;
    if (queryOf(this.wishes)) return emptyState(text.noneFound, html`<button @click=${this.#clear}>${text.clear}</button>`, 'no-lots');
    const way = this.status === 'open' ? html`<a class="button" href="#/upcoming">${text.seeUpcoming}</a>` : html`<a class="button" href="#/">${words().shell.toOpenLots}</a>`;
    return emptyState(text.none[this.status], way, 'no-lots');
  }

  #skeleton() {
    return html`<ul aria-hidden="true">
      ${Array.from({ length: PAGE / 3 }, () => html`<li class="skeleton"></li>`)}
    </ul>`;
  }

  #foot() {
    const text = words().list;
    const { problem, hasMore, loading, known } = this.#catalogue;
    if (problem)
      return html`<div role="alert" data-testid="list-failed">
        ${notice('bad', html`${text.failed(problem)} <button @click=${() => this.#catalogue.again()}>${text.again}</button>`)}
      </div>`;
    if (!known || !hasMore) return nothing;
    return html`<button data-testid="more-lots" ?disabled=${loading} @click=${() => this.#catalogue.more()}>${loading ? text.loading : text.more}</button>`;
  }

  #asked(): string {
    return JSON.stringify(wantedOf(this.status, this.wishes));
  }

  #begin(): void {
    this.#begun = this.#asked();
    void this.#catalogue.begin(wantedOf(this.status, this.wishes));
  }

  /** Keeps the wishes in the address, so that they can be sent to somebody, and are there again on the way back. */
  #wished({ wishes }: Wished): void {
    if (queryOf(wishes) === queryOf(this.wishes)) return;
    history.replaceState(history.state, '', location.hash.replace(/\?.*$/, '').replace(/^$/, '#/') + queryOf(wishes));
    this.wishes = wishes;
  }

  #clear(): void {
    this.#wished({ wishes: NO_WISHES } as Wished);
  }
}

customElements.define('lot-list', LotList);
