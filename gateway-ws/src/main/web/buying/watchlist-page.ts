import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Lot } from '../client/protocol';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { skeletons } from '../look/skeletons';
import '../lots/lot-card';
import { lotListLook } from '../lots/lot-list-look';
import { toggleWatched, watchlist, watchlistChanges } from '../watching/watchlist';
import { buyingWords } from '../words/buying';
import { problemInWords } from '../words/problem';
import { myLook } from './my-look';
import './my-nav';

const PAGE = 24;

/** The lots one watches, newest first, live; what was taken off stays to be seen until the page is left, so that nothing jumps. */
class WatchlistPage extends LitElement {
  static override properties = { client: { attribute: false }, ids: { state: true }, lots: { state: true }, shown: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    skeletons,
    lotListLook,
    myLook,
    css`
      .gone {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--space-3);
        text-align: center;
      }
    `,
  ];
  client!: GavelClient;
  ids: readonly string[] = [];
  lots: ReadonlyMap<string, Lot | 'gone'> = new Map();
  shown = PAGE;
  problem: string | undefined;

  constructor() {
    super();
    new Listening(this, () => {
      this.#begin();
      return [this.client.session.changes.on(() => this.#begin()), watchlistChanges.on(() => this.#changed())];
    });
  }

  override render() {
    const text = buyingWords();
    const { ids, shown } = this;
    if (ids.length === 0)
      return html`<my-nav page="watchlist"></my-nav>
        ${emptyState(text.noneWatched, html`<p>${text.howToWatch}</p><a class="button" href="#/">${text.toOpenLots}</a>`, 'none-watched')}`;
    return html`
      <my-nav page="watchlist"></my-nav>
      <div class="status">
        <p class="small muted" role="status" data-testid="watched">${text.watched(ids.length)} · ${text.keptHere}</p>
        ${this.#ended().length > 0 ? html`<button data-testid="unwatch-ended" @click=${this.#unwatchEnded}>${text.unwatchEnded}</button>` : nothing}
      </div>
      ${this.problem
        ? html`<div role="alert">${notice('bad', html`${text.failed(this.problem)} <button @click=${() => this.#read()}>${text.again}</button>`)}</div>`
        : nothing}
      <ul data-testid="lots">
        ${repeat(
          ids.slice(0, shown),
          (id) => id,
          (id) => this.#card(id),
        )}
      </ul>
      <div class="foot">${ids.length > shown ? html`<button data-testid="more" @click=${this.#more}>${text.more}</button>` : nothing}</div>
    `;
  }

  #card(id: string) {
    const lot = this.lots.get(id);
    const text = buyingWords();
    if (!lot) return html`<li class="skeleton"></li>`;
    if (lot !== 'gone') return html`<li><lot-card .client=${this.client} .lot=${lot}></lot-card></li>`;
    return html`<li class="card gone"><p>${text.notThere}</p><button @click=${() => toggleWatched(this.#account, id)}>${text.unwatch}</button></li>`;
  }

  get #account(): string | undefined {
    return this.client.session.who?.account;
  }

  #begin(): void {
    this.ids = watchlist(this.#account);
    this.shown = PAGE;
    void this.#read();
  }

  /** What is new comes first; what is watched no longer keeps its place for now, but for a lot that is no longer there. */
  #changed(): void {
    const now = watchlist(this.#account);
    const fresh = now.filter((id) => !this.ids.includes(id));
    this.ids = [...fresh, ...this.ids.filter((id) => now.includes(id) || this.lots.get(id) !== 'gone')];
    void this.#read();
  }

  #ended(): readonly string[] {
    return watchlist(this.#account).filter((id) => {
      const lot = this.lots.get(id);
      return lot !== undefined && lot !== 'gone' && lot.event.status === 'closed';
    });
  }

  #unwatchEnded(): void {
    const ended = this.#ended();
    for (const id of ended) toggleWatched(this.#account, id);
    this.ids = this.ids.filter((id) => !ended.includes(id));
  }

  #more(): void {
    this.shown += PAGE;
    void this.#read();
  }

  /** Reads the lots that are shown and not known yet. */
  async #read(): Promise<void> {
    this.problem = undefined;
    const missing = this.ids.slice(0, this.shown).filter((id) => !this.lots.has(id));
    await Promise.all(missing.map((id) => this.#readOne(id)));
  }

  async #readOne(id: string): Promise<void> {
    try {
      const lot = await this.client.api.lot(id);
      this.lots = new Map(this.lots).set(id, lot);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (failed.status === 404 || failed.status === 400) this.lots = new Map(this.lots).set(id, 'gone');
      else this.problem = problemInWords(failed);
    }
  }
}

customElements.define('watchlist-page', WatchlistPage);
