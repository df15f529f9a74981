import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { Lot, LotEvent } from '../client/protocol';
import { look } from '../look/look';
import { pill, pills } from '../look/pills';
import { money } from '../money';
import { lotLink } from '../shell/route';
import '../watching/watch-button';
import { words } from '../words/words';
import './count-down';
import './falling-price';
import { isDutch, isSealed } from './formats';
import { LiveLot } from './live-lot';
import { lotCardLook } from './lot-card-look';
import './lot-picture';
import { result } from './result';

/** One lot in the list; it watches the lot itself while it is in view, and is drawn at most once a frame. */
class LotCard extends LitElement {
  static override properties = { client: { attribute: false }, lot: { attribute: false } };
  static override styles = [look, pills, lotCardLook];
  client!: GavelClient;
  lot!: Lot;
  readonly #live = new LiveLot(this);
  #price: number | undefined;
  #moves = 0;

  override willUpdate(): void {
    const { price } = this.#live.event;
    if (this.#price !== undefined && this.#price !== price) this.#moves++;
    this.#price = price;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !document.hidden) await new Promise((drawn) => requestAnimationFrame(drawn));
    super.scheduleUpdate();
  }

  override render() {
    const { lot } = this;
    const { event, inView } = this.#live;
    return html`
      <a class="card" href=${lotLink(lot.id)} data-testid="lot-link" data-lot=${lot.id}>
        <lot-picture .lot=${lot.id} .name=${lot.title} .photo=${lot.photos?.[0]} aria-hidden="true"></lot-picture>
        <div class="pills">${this.#state(event)} ${lot.format === 'english' ? nothing : pill('brass', words().lot.formats[lot.format])}</div>
        <h2>${lot.title}</h2>
        <div class="money">
          <p class="small muted label">${this.#label(event)}</p>
          ${this.#amount(event)}
        </div>
        <div class="end">${inView ? this.#ending(event) : nothing}</div>
      </a>
      <watch-button .client=${this.client} .lot=${lot.id} .name=${lot.title}></watch-button>
    `;
  }

  #amount(event: LotEvent) {
    const { lot } = this;
    if (isDutch(lot) && event.status === 'open')
      return html`<p class="price"><falling-price .clock=${this.client.clock} .rules=${lot} .event=${event}></falling-price></p>`;
    const moved = this.#moves === 0 ? '' : this.#moves % 2 === 0 ? 'moved-even' : 'moved-odd';
    return html`<p class="price ${moved}" data-testid="card-price">${money(event.price, lot.currency)}</p>`;
  }

  #state(event: LotEvent) {
    const { list, lot } = words();
    if (event.status === 'paused') return pill('bad', lot.paused);
    if (event.status === 'open') return pill('live', list.status.open);
    if (event.status === 'scheduled') return pill('quiet', list.status.scheduled);
    return pill('quiet', list.status.closed);
  }

  #label(event: LotEvent): string {
    const text = words().lot;
    if (isDutch(this.lot) && event.status === 'open') return text.fallingPrice;
    if (isSealed(this.lot) && event.status !== 'closed') return event.bids === 0 ? text.sealedFrom : text.sealedWith(text.bids(event.bids));
    return event.bids === 0 ? text.startingPrice : text.bids(event.bids);
  }

  #ending(event: LotEvent) {
    const { clock } = this.client;
    const { lot } = this;
    const text = words().lot;
    if (event.status === 'closed') return html`<p class="small result">${result(event, lot.currency)}</p>`;
    if (event.status === 'paused') return html`<p class="time">${text.paused}</p>`;
    if (event.status === 'scheduled' && lot.opensAt)
      return html`<count-down class="time" .clock=${clock} .closesAt=${lot.opensAt} .label=${text.opensIn} .over=${text.opening}></count-down>`;
    return html`<count-down class="time" .clock=${clock} .closesAt=${event.closesAt} .over=${text.closingShort}></count-down>`;
  }
}

customElements.define('lot-card', LotCard);
