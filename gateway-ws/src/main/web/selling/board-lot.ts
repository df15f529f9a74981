import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { Lot, LotEvent } from '../client/protocol';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { pill, pills } from '../look/pills';
import '../lots/count-down';
import '../lots/falling-price';
import { isDutch, isSealed } from '../lots/formats';
import { LiveLot } from '../lots/live-lot';
import '../lots/lot-picture';
import { result } from '../lots/result';
import { money } from '../money';
import { dateTime } from '../times';
import { words } from '../words/words';
import { sellingWords } from '../words/selling';
import { rowLook } from './row-look';
import { ownLotLink } from './seller-page';

/** Somebody asks to cancel the lot of this row. */
export class CancelAsked extends Event {
  constructor(readonly lot: Lot) {
    super('cancel-asked', { bubbles: true, composed: true });
  }
}

/** One own lot on the board; it is kept live while in view, and tells `moved-on` when it is in another state. */
class BoardLot extends LitElement {
  static override properties = { client: { attribute: false }, lot: { attribute: false } };
  static override styles = [look, buttons, pills, rowLook];
  client!: GavelClient;
  lot!: Lot;
  readonly #live = new LiveLot(this, (before, now) => {
    if (before.status !== now.status) this.dispatchEvent(new Event('moved-on', { bubbles: true, composed: true }));
  });

  override render() {
    const { lot } = this;
    const { event, inView } = this.#live;
    return html`
      <div class="row card" data-testid="board-lot" data-lot=${lot.id} data-status=${event.status}>
        <lot-picture .lot=${lot.id} .name=${lot.title} .photo=${lot.photos?.[0]} aria-hidden="true"></lot-picture>
        <div class="what">
          <h2><a href=${ownLotLink(lot.id)} data-testid="own-lot-link">${lot.title}</a></h2>
          ${this.#state(event)}
        </div>
        <div class="stand">
          ${this.#price(event)}
          <p class="small muted">${event.status === 'closed' ? sellingWords().board.closedAt(dateTime(event.at)) : words().lot.bids(event.bids)}</p>
          ${inView ? this.#time(event) : nothing}
        </div>
        <div class="actions">
          ${event.status !== 'closed' && event.bids === 0
            ? html`<button data-testid="cancel-lot" aria-label="${sellingWords().board.cancelLot}: ${lot.title}" @click=${() => this.dispatchEvent(new CancelAsked(lot))}>${sellingWords().board.cancelLot}</button>`
            : nothing}
        </div>
      </div>
    `;
  }

  #state(event: LotEvent) {
    const { list, lot } = words();
    if (event.status === 'closed') return html`<p class="small">${result(event, this.lot.currency)}</p>`;
    if (event.status === 'paused') return pill('bad', lot.paused);
    const reserve = isSealed(this.lot) || event.reserve === 'none' ? nothing : pill('brass', event.reserve === 'met' ? lot.reserve.met : lot.reserve.notMetYet);
    const format = this.lot.format === 'english' ? nothing : pill('brass', lot.formats[this.lot.format]);
    return html`<span class="pills">${event.status === 'open' ? pill('live', list.status.open) : pill('quiet', list.status.scheduled)} ${format} ${reserve}</span>`;
  }

  #price(event: LotEvent) {
    const { lot } = this;
    if (isDutch(lot) && event.status === 'open')
      return html`<p class="price"><falling-price .clock=${this.client.clock} .rules=${lot} .event=${event}></falling-price></p>`;
    return html`<p class="price" data-testid="board-price">${money(event.price, lot.currency)}</p>`;
  }

  #time(event: LotEvent) {
    const text = words().lot;
    const { clock } = this.client;
    if (event.status === 'scheduled' && this.lot.opensAt)
      return html`<count-down class="time" .clock=${clock} .closesAt=${this.lot.opensAt} .label=${text.opensIn} .over=${text.opening}></count-down>`;
    if (event.status !== 'open') return nothing;
    return html`<count-down class="time" .clock=${clock} .closesAt=${event.closesAt} .over=${text.closingShort}></count-down>`;
  }
}

customElements.define('board-lot', BoardLot);
