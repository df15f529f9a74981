import { LitElement, html, nothing } from 'lit';
import '../bidding/bid-box';
import '../charting/price-chart';
import type { GavelClient } from '../client/gavel-client';
import type { Sale } from '../client/protocol';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { pill, pills } from '../look/pills';
import { skeletons } from '../look/skeletons';
import '../watching/watch-button';
import { words } from '../words/words';
import { FollowedLot } from './followed-lot';
import { gallery } from './gallery';
import './lot-details';
import './lot-history';
import { lotPageLook } from './lot-page-look';
import './lot-price';
import './verify-lot';

/** One lot, live: what it is, where it stands, bidding, and its history. */
class LotPage extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, back: {}, sale: { state: true } };
  static override styles = [look, notices, pills, skeletons, lotPageLook];
  client!: GavelClient;
  lot!: string;
  /** Where the list is that one came from. */
  back = '#/';
  sale: Sale | undefined;
  readonly #followed: FollowedLot = new FollowedLot(
    this,
    () => [this.client, this.lot],
    () => {
      if (this.#followed.rules) document.title = `${this.#followed.rules.title} · Gavel`;
    },
  );

  constructor() {
    super();
    new Listening(this, () => [
      this.client.ownBids.changes.on(() => this.requestUpdate()),
      this.client.session.changes.on(() => {
        this.sale = undefined;
        this.requestUpdate();
      }),
      this.client.sales.on((sale) => {
        if (sale.lot === this.lot) this.sale = sale;
      }),
    ]);
  }

  override render() {
    const { client } = this;
    const { rules, event, events, problem, historyProblem } = this.#followed;
    const text = words().lot;
    if (problem)
      return html`<div role="alert">${emptyState(problem, html`<a href="#/">${words().shell.toOpenLots}</a>`, 'lot-problem')}</div>`;
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
        ${gallery(rules)}
        <section class="bidding card" aria-label=${words().bidding.title}>
          <lot-price .clock=${client.clock} .rules=${rules} .event=${event} .events=${events} .own=${own} .sale=${this.sale}></lot-price>
          ${event.status === 'closed' ? nothing : html`<bid-box .client=${client} .rules=${rules} .event=${event} .own=${own}></bid-box>`}
        </section>
        <div class="about">
          <lot-details .client=${client} .rules=${rules} .event=${event}></lot-details>
          ${rules.format === 'english'
            ? html`<price-chart .clock=${client.clock} .events=${events} .currency=${rules.currency}></price-chart>`
            : nothing}
          <lot-history
            .events=${events}
            .currency=${rules.currency}
            .lot=${this.lot}
            .ownPaddle=${own?.paddle}
            .problem=${historyProblem}
          ></lot-history>
          <verify-lot .client=${client} .lot=${this.lot} .seen=${() => this.#followed.position}></verify-lot>
        </div>
      </article>
    `;
  }

  /** In the places and sizes of what will come. */
  #skeleton() {
    return html`<article aria-busy="true" aria-label=${words().lot.loading}>
      <div class="title skeleton heading"></div>
      <div class="gallery skeleton"></div>
      <div class="bidding skeleton"></div>
    </article>`;
  }
}

customElements.define('lot-page', LotPage);
