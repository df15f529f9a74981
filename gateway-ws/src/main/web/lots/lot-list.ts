import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Lot, LotEvent, LotRules, LotStatus } from '../client/protocol';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import './lot-card';

const MOST_LOTS = 60;
const REFRESH_MS = 10_000;

const TABS: ReadonlyArray<{ status: LotStatus; with?: LotStatus; link: string; name: string; none: string }> = [
  { status: 'open', with: 'paused', link: '#/', name: 'Open', none: 'No lot is open at the moment.' },
  { status: 'scheduled', link: '#/upcoming', name: 'Upcoming', none: 'No lot is waiting to open.' },
  { status: 'closed', link: '#/closed', name: 'Closed', none: 'No lot has closed yet.' },
];

/** The lots of one status, those ending soonest first, each kept live; one that changes its status meanwhile stays in view. */
class LotList extends LitElement {
  static override properties = { client: { attribute: false }, status: {}, lots: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      nav {
        display: flex;
        gap: 0.5rem;
        margin: 1rem 0 1.25rem;
      }
      nav a[aria-current] {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
        gap: 1rem;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ];
  client!: GavelClient;
  status: LotStatus = 'open';
  lots: ReadonlyMap<string, { readonly rules: LotRules; readonly event: LotEvent }> | undefined;
  problem: string | undefined;
  readonly #watched = new Map<string, () => void>();

  constructor() {
    super();
    new Listening(this, () => {
      const timer = window.setInterval(() => void this.#refresh(), REFRESH_MS);
      void this.#refresh();
      return [() => window.clearInterval(timer), () => this.#unwatchAll()];
    });
  }

  override render() {
    const tab = TABS.find((each) => each.status === this.status)!;
    return html`
      <h1>Lots</h1>
      <nav aria-label="Which lots">
        ${TABS.map(
          ({ status, link, name }) => html`<a class="button" href=${link} aria-current=${status === this.status ? 'page' : nothing}>${name}</a>`,
        )}
      </nav>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing} ${this.#content(tab.none)}
    `;
  }

  #content(none: string) {
    if (!this.lots) return this.problem ? nothing : html`<p class="muted">Loading…</p>`;
    if (this.lots.size === 0) return html`<p class="muted" data-testid="no-lots">${none}</p>`;
    return html`
      <ul data-testid="lots">
        ${repeat(
          this.lots,
          ([lot]) => lot,
          ([, { rules, event }]) => html`<li><lot-card .clock=${this.client.clock} .rules=${rules} .event=${event}></lot-card></li>`,
        )}
      </ul>
    `;
  }

  async #refresh(): Promise<void> {
    if (document.hidden && this.lots) return;
    try {
      const { with: also } = TABS.find((each) => each.status === this.status)!;
      const { api } = this.client;
      const [own, others] = await Promise.all([api.lotsBy(this.status, MOST_LOTS), also ? api.lotsBy(also, MOST_LOTS).catch(() => []) : []]);
      const found = [...own, ...others].slice(0, MOST_LOTS);
      if (!this.isConnected) return;
      this.problem = undefined;
      this.#merge(found);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = `The lots could not be loaded: ${failed.message}`;
    }
  }

  /** What is shown stays where the server has it; what left the server's list stays at the end. */
  #merge(found: readonly Lot[]): void {
    const before = this.lots ?? new Map();
    const merged = new Map(found.map((lot) => [lot.id, newer(before.get(lot.id), lot)]));
    for (const [lot, shown] of before) if (!merged.has(lot) && merged.size < MOST_LOTS) merged.set(lot, shown);
    this.lots = merged;
    this.#watch([...merged.keys()]);
  }

  #watch(lots: readonly string[]): void {
    if (this.status === 'closed') return;
    for (const [lot, stop] of this.#watched) {
      if (lots.includes(lot)) continue;
      this.#watched.delete(lot);
      stop();
    }
    for (const lot of lots) {
      if (this.#watched.has(lot)) continue;
      this.#watched.set(lot, this.client.watch(lot, { onEvent: (event) => this.#changed(event) }, { feed: 'state' }).stop);
    }
  }

  #changed(event: LotEvent): void {
    const shown = this.lots?.get(event.lot);
    if (this.lots && shown && event.version > shown.event.version) this.lots = new Map(this.lots).set(event.lot, { ...shown, event });
  }

  #unwatchAll(): void {
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
  }
}

function newer(shown: { rules: LotRules; event: LotEvent } | undefined, found: Lot) {
  return shown && shown.event.version >= found.version ? shown : { rules: found, event: found.event };
}

customElements.define('lot-list', LotList);
