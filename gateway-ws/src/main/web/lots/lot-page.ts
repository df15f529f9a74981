import { LitElement, html, nothing } from 'lit';
import '../bidding/bid-box';
import '../charting/price-chart';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { LotEvent, LotRules, Sale } from '../client/protocol';
import type { Watching } from '../client/watches';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { pill, pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import '../photos/photo-gallery';
import '../watching/watch-button';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';
import { MOST_EVENTS, merged, newestHole } from './history';
import './lot-details';
import './lot-history';
import { lotPageLook } from './lot-page-look';
import './lot-picture';
import './lot-price';
import './verify-lot';

const FETCH_AGAIN_MS = 5_000;
/** How often the history is asked for again without an event in between. */
const MOST_FETCHES = 20;

/** One lot, live: what it is, where it stands, bidding, and its history. */
class LotPage extends LitElement {
  static override properties = {
    client: { attribute: false },
    lot: {},
    back: {},
    rules: { state: true },
    event: { state: true },
    events: { state: true },
    sale: { state: true },
    problem: { state: true },
    historyProblem: { state: true },
  };
  static override styles = [look, notices, pills, skeletons, lotPageLook];
  client!: GavelClient;
  lot!: string;
  /** Where the list is that one came from. */
  back = '#/';
  rules: LotRules | undefined;
  event: LotEvent | undefined;
  events: readonly LotEvent[] = [];
  sale: Sale | undefined;
  problem: string | undefined;
  historyProblem: string | undefined;
  #fetchedUntil: number | undefined;
  #fetches = 0;
  #again: number | undefined;
  #watching: Watching | undefined;

  constructor() {
    super();
    new Listening(this, () => [
      this.#watch(),
      this.client.ownBids.changes.on(() => this.requestUpdate()),
      this.client.session.changes.on(() => {
        this.sale = undefined;
        this.requestUpdate();
      }),
      this.client.sales.on((sale) => {
        if (sale.lot === this.lot) this.sale = sale;
      }),
      () => window.clearTimeout(this.#again),
    ]);
  }

  override render() {
    const { client, rules, event } = this;
    const text = words().lot;
    if (this.problem)
      return html`<div role="alert">${emptyState(this.problem, html`<a href="#/">${words().shell.toOpenLots}</a>`, 'lot-problem')}</div>`;
    if (!rules || !event) return this.#skeleton();
    const own = client.ownBids.of(client.session.who?.account, this.lot);
    return html`
      <article>
        <div class="title">
          <a class="small" href=${this.back} data-testid="back">← ${text.back}</a>
          <h1 data-testid="lot-title">${rules.title}</h1>
          <p class="muted">${text.listedBy(rules.seller)} ${pill('brass', text.formats[rules.format])}</p>
          <watch-button .client=${client} .lot=${this.lot} .name=${rules.title} worded></watch-button>
        </div>
        ${rules.photos?.length
          ? html`<photo-gallery class="gallery" .photos=${rules.photos} .name=${rules.title}></photo-gallery>`
          : html`<figure class="gallery">
              <lot-picture .lot=${this.lot} .name=${rules.title}></lot-picture>
              <figcaption class="small muted">${text.noPhoto}</figcaption>
            </figure>`}
        <section class="bidding card" aria-label=${words().bidding.title}>
          <lot-price .clock=${client.clock} .rules=${rules} .event=${event} .events=${this.events} .own=${own} .sale=${this.sale}></lot-price>
          ${event.status === 'closed' ? nothing : html`<bid-box .client=${client} .rules=${rules} .event=${event} .own=${own}></bid-box>`}
        </section>
        <div class="about">
          <lot-details .client=${client} .rules=${rules} .event=${event}></lot-details>
          ${rules.format === 'english'
            ? html`<price-chart .clock=${client.clock} .events=${this.events} .currency=${rules.currency}></price-chart>`
            : nothing}
          <lot-history
            .events=${this.events}
            .currency=${rules.currency}
            .lot=${this.lot}
            .ownPaddle=${own?.paddle}
            .problem=${this.historyProblem}
          ></lot-history>
          <verify-lot .client=${client} .lot=${this.lot} .seen=${() => this.#watching?.position}></verify-lot>
        </div>
      </article>
    `;
  }

  #watch(): () => void {
    this.#watching = this.client.watch(this.lot, {
      onEvent: (event, rules) => this.#happened(event, rules),
      onError: (error) => (this.problem = error.code === 'unknown-lot' ? words().lot.unknown : error.message),
    });
    return this.#watching.stop;
  }

  /** In the places and sizes of what will come. */
  #skeleton() {
    return html`<article aria-busy="true" aria-label=${words().lot.loading}>
      <div class="title skeleton heading"></div>
      <div class="gallery skeleton"></div>
      <div class="bidding skeleton"></div>
    </article>`;
  }

  #happened(event: LotEvent, rules: LotRules | undefined): void {
    this.problem = undefined;
    this.rules = rules ?? this.rules;
    if (this.rules) document.title = `${this.rules.title} · Gavel`;
    this.event = event;
    this.events = merged(this.events, [event]);
    this.#fetches = 0;
    void this.#fillHistory();
  }

  /** Fetches the events that came before this page looked, or that it missed; a hole is asked for once, and again where there was no answer. */
  async #fillHistory(): Promise<void> {
    const hole = newestHole(this.events);
    if (!hole || hole.until === this.#fetchedUntil) return;
    this.#fetchedUntil = hole.until;
    try {
      this.events = merged(this.events, await this.client.api.logOf(this.lot, hole.after, MOST_EVENTS));
      this.historyProblem = undefined;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.historyProblem = words().lot.historyProblem(problemInWords(failed));
      if (this.isConnected && this.#fetches++ < MOST_FETCHES) this.#again = window.setTimeout(() => this.#fetchAgain(), FETCH_AGAIN_MS);
    }
  }

  #fetchAgain(): void {
    this.#fetchedUntil = undefined;
    void this.#fillHistory();
  }
}

customElements.define('lot-page', LotPage);
