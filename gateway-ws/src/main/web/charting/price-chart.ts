import { LitElement, css, html } from 'lit';
import type { LotEvent } from '../client/protocol';
import type { ServerClock } from '../client/server-clock';
import { InView } from '../look/in-view';
import { look } from '../look/look';
import { skeletons } from '../look/skeletons';
import { money } from '../money';
import { dateTime } from '../times';
import { bidderWords } from '../words/bidder';
import { pointsOf, type Points } from './points';

/** The price of a rising lot over time. What draws it is only fetched when somebody comes near; its place is kept. */
class PriceChart extends LitElement {
  static override properties = { clock: { attribute: false }, events: { attribute: false }, currency: {}, plot: { state: true } };
  static override styles = [
    look,
    skeletons,
    css`
      .place {
        display: grid;
        align-content: start;
        min-height: 14.25rem;
        margin-top: var(--space-3);
      }
      .skeleton {
        height: 200px;
      }
    `,
  ];
  clock!: ServerClock;
  /** Newest first. */
  events: readonly LotEvent[] = [];
  currency!: string;
  plot: 'fetched' | 'failed' | undefined;
  #asked = false;

  constructor() {
    super();
    new InView(this, (inView) => inView && this.#fetch());
  }

  override render() {
    const text = bidderWords().chart;
    const points = pointsOf(this.events, this.clock.now());
    return html`
      <h2>${text.title}</h2>
      <div class="place">${points.times.length === 0 ? html`<p class="muted">${text.noBids}</p>` : this.#drawn(points)}</div>
    `;
  }

  #drawn(points: Points) {
    const text = bidderWords().chart;
    if (this.plot === 'failed') return html`<p class="muted">${text.failed}</p>`;
    if (!this.plot) return html`<div class="skeleton" role="status" aria-label=${text.fetching}></div>`;
    return html`<price-plot .points=${points} .currency=${this.currency} .label=${this.#inWords(points)}></price-plot>`;
  }

  #inWords({ times, prices }: Points): string {
    const [first = 0, last = 0] = [prices[0], prices.at(-1)];
    const at = (seconds = 0): string => dateTime(new Date(seconds * 1000).toISOString());
    return bidderWords().chart.inWords(money(first, this.currency), money(last, this.currency), at(times[0]), at(times.at(-1)));
  }

  #fetch(): void {
    if (this.#asked) return;
    this.#asked = true;
    import('./price-plot').then(
      () => (this.plot = 'fetched'),
      () => (this.plot = 'failed'),
    );
  }
}

customElements.define('price-chart', PriceChart);
