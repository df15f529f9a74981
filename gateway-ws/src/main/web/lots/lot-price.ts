import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules, Sale } from '../client/protocol';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { money } from '../money';
import { dateTime } from '../times';
import { bidderWords } from '../words/bidder';
import { words } from '../words/words';
import './count-down';
import './extension-notice';
import './falling-price';
import { isDutch, isSealed } from './formats';
import { lotPriceLook } from './lot-price-look';
import './read-aloud';
import { result } from './result';
import './server-time';
import { standing } from './standing';

/** Price, leader, time left, and where the account stands: everything that changes while bidding. */
class LotPrice extends LitElement {
  static override properties = {
    clock: { attribute: false },
    rules: { attribute: false },
    event: { attribute: false },
    events: { attribute: false },
    own: { attribute: false },
    sale: { attribute: false },
  };
  static override styles = [look, lotPriceLook];
  clock!: ServerClock;
  rules!: LotRules;
  event!: LotEvent;
  events: readonly LotEvent[] = [];
  own: OwnBid | undefined;
  sale: Sale | undefined;

  override render() {
    const { event, rules } = this;
    const price = money(event.price, rules.currency);
    return html`
      <div class="row">
        <div>
          <p class="small muted">${this.#label()}</p>
          ${isDutch(rules) && event.status === 'open'
            ? html`<p class="big"><falling-price .clock=${this.clock} .rules=${rules} .event=${event} .events=${this.events} withNext></falling-price></p>`
            : keyed(event.price, html`<p class="big moved" data-testid="price" data-amount=${event.price}>${price}</p>`)}
        </div>
        ${event.status === 'closed' ? nothing : this.#time()}
      </div>
      <p>
        ${event.status === 'closed' ? nothing : html`<span data-testid="leader">${this.#leader()}</span>${isDutch(rules) ? '' : ' · '}`}<span class="muted"
          ><span data-testid="bids">${isDutch(rules) && event.status !== 'closed' ? nothing : words().lot.bids(event.bids)}</span>${this.#reserve()}</span
        >
      </p>
      <div>
        <p class="small muted">${this.#when()}</p>
        ${event.status === 'closed' ? nothing : html`<server-time .clock=${this.clock}></server-time>`}
      </div>
      <extension-notice .clock=${this.clock} .events=${this.events}></extension-notice>
      <read-aloud class="aloud" .text=${event.bids > 0 && event.status !== 'closed' ? `${price}, ${this.#leader()}` : ''}></read-aloud>
      <div role="alert" class="alert">${this.#banner()}</div>
    `;
  }

  #time() {
    const { event } = this;
    const text = words().lot;
    if (event.status === 'paused') return html`<p class="time">${words().lot.paused}</p>`;
    const opensAt = this.rules.opensAt;
    if (event.status === 'scheduled' && opensAt)
      return html`<count-down class="time" .clock=${this.clock} .closesAt=${opensAt} .label=${text.opensIn} .over=${text.opening} announce></count-down>`;
    const label = event.status === 'open' ? text.closesIn : text.notOpenClosesIn;
    return html`<count-down class="time" .clock=${this.clock} .closesAt=${event.closesAt} .label=${label} announce></count-down>`;
  }

  #label(): string {
    const { event, rules } = this;
    const text = words().lot;
    if (event.status === 'closed' && event.outcome === 'sold') return text.finalPrice;
    if (isSealed(rules)) return text.bidsStartAt;
    if (isDutch(rules)) return event.status === 'closed' ? text.lastPrice : event.status === 'scheduled' ? text.fallsFrom : text.priceNow;
    if (event.status === 'closed') return text.finalPrice;
    return event.bids === 0 ? text.startingPrice : text.currentPrice;
  }

  #when(): string {
    const { event } = this;
    const text = words().lot;
    if (event.status === 'closed') return text.closed(dateTime(event.at));
    if (event.status === 'paused') return text.clockStands;
    return text.closes(dateTime(event.closesAt));
  }

  #leader(): string {
    const { event, own, rules } = this;
    const text = words().lot;
    if (isSealed(rules)) return text.nobodySees;
    if (isDutch(rules)) return text.firstWins;
    if (event.leader == null) return text.nobodyLeads;
    return event.leader === own?.paddle ? text.leadingYou(event.leader) : text.leading(event.leader);
  }

  #reserve() {
    const { reserve, status } = this.event;
    if (reserve === 'none') return nothing;
    const text = words().lot.reserve;
    if (isSealed(this.rules) && status !== 'closed') return ` · ${text.sealed}`;
    if (reserve === 'met') return ` · ${text.met}`;
    return ` · ${status === 'closed' ? text.notMet : text.notMetYet}`;
  }

  #banner() {
    const { event, rules, own } = this;
    const text = words().lot;
    const max = own?.max === undefined ? undefined : money(own.max, rules.currency);
    switch (standing(event, own, rules)) {
      case 'leading':
        return html`<p class="banner good" data-testid="leading">
          ${text.youLead}${max === undefined ? nothing : text.yourMaximum(max)}
        </p>`;
      case 'sealed':
        return html`<p class="banner good" data-testid="sealed">${text.sealedIs(max)}</p>`;
      case 'waiting':
        return html`<p class="banner good" data-testid="waiting">
          ${text.waits}${max === undefined ? nothing : text.yourMaximum(max)}
        </p>`;
      case 'outbid':
        return html`<p class="banner bad" data-testid="outbid">${text.youWereOutbid}</p>`;
      case 'never-bid':
      case 'won':
      case 'not-won':
        return event.status === 'closed' ? this.#hammer() : nothing;
    }
  }

  #hammer() {
    const text = words().lot;
    const won = this.sale?.private?.role === 'buyer' || standing(this.event, this.own, this.rules) === 'won';
    return html`
      <div class="banner hammered ${won ? 'good' : 'neutral'}">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <g class="head">
            <rect x="9" y="6.5" width="14" height="6.5" rx="1.6" transform="rotate(-30 16 10) translate(-5 5)" />
            <rect x="12" y="11.5" width="18" height="2.8" rx="1.4" transform="rotate(-30 16 12) translate(0 3)" />
          </g>
          <rect x="3" y="26" width="16" height="3" rx="1.4" />
        </svg>
        <p class="hammer" data-testid="hammer">${result(this.event, this.rules.currency)}</p>
        ${won ? html`<p data-testid="won">${text.youWon}</p>` : nothing}
        ${this.sale?.private ? html`<p class="small" data-testid="sale">${text.sale(this.sale.state)}</p>` : nothing}
        ${won ? html`<p><a href="#/my/sales/${encodeURIComponent(this.event.lot)}" data-testid="to-purchase">${bidderWords().notes.goToPurchase}</a></p>` : nothing}
      </div>
    `;
  }
}

customElements.define('lot-price', LotPrice);
