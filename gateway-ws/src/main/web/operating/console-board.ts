import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { LotEvent, LotRules } from '../client/protocol';
import type { ServerClock } from '../client/server-clock';
import '../lots/count-down';
import '../lots/extension-notice';
import '../lots/falling-price';
import { isDutch, isSealed } from '../lots/formats';
import { result } from '../lots/result';
import { look } from '../look/look';
import { pill, pills } from '../look/pills';
import { money } from '../money';
import { operatingWords } from '../words/operating';
import { words } from '../words/words';
import { biddersIn } from './bidders';
import type { Called } from './called';
import { consoleBoardLook } from './console-board-look';

/** Where a lot stands, large enough to be read from the other end of a table, and told aloud. */
class ConsoleBoard extends LitElement {
  static override properties = {
    clock: { attribute: false },
    rules: { attribute: false },
    event: { attribute: false },
    events: { attribute: false },
    called: {},
  };
  static override styles = [look, pills, consoleBoardLook];
  clock!: ServerClock;
  rules!: LotRules;
  event!: LotEvent;
  events: readonly LotEvent[] = [];
  called: Called = 'nothing';

  override render() {
    const { rules, event } = this;
    const text = operatingWords().console;
    const price = money(event.price, rules.currency);
    const closed = event.status === 'closed';
    return html`
      <div class="title">
        <h1 data-testid="console-title">${rules.title}</h1>
        <p>${this.#state()} <span class="muted">${words().lot.listedBy(rules.seller)}</span></p>
      </div>
      <div class="large">
        <div>
          <p class="muted">${event.bids === 0 ? words().lot.startingPrice : closed ? words().lot.finalPrice : words().lot.currentPrice}</p>
          ${isDutch(rules) && event.status === 'open'
            ? html`<p class="price"><falling-price .clock=${this.clock} .rules=${rules} .event=${event} .events=${this.events}></falling-price></p>`
            : keyed(event.price, html`<p class="price moved" data-testid="console-price" data-amount=${event.price}>${price}</p>`)}
          <p class="leader" data-testid="console-leader">${this.#leader()}</p>
        </div>
        <div class="time">${closed ? nothing : this.#time()}</div>
      </div>
      <dl>
        <div><dt>${text.bids}</dt><dd data-testid="console-bids">${event.bids}</dd></div>
        <div><dt>${text.bidders}</dt><dd data-testid="console-bidders">${biddersIn(this.events) ?? '–'}</dd></div>
        ${closed || isSealed(rules) || isDutch(rules) ? nothing : html`<div><dt>${text.nextBid}</dt><dd>${money(event.next, rules.currency)}</dd></div>`}
        <div><dt>${text.reserve}</dt><dd>${text.reserves[event.reserve]}</dd></div>
      </dl>
      <extension-notice .clock=${this.clock} .events=${this.events}></extension-notice>
      <div class="called ${this.called}" role="alert" data-testid="called" data-called=${this.called}>
        ${this.called === 'nothing' || closed ? nothing : html`<p>${text.called[this.called](price, this.#leader())}</p>`}
        ${closed ? html`<p data-testid="console-result">${result(event, rules.currency)}</p>` : nothing}
      </div>
      <span class="only-read-aloud" aria-live="polite">${event.bids > 0 && !closed ? `${price}, ${this.#leader()}` : ''}</span>
    `;
  }

  #state() {
    const { list, lot } = words();
    const { status } = this.event;
    return status === 'paused' ? pill('bad', lot.paused) : pill(status === 'open' ? 'live' : 'quiet', list.status[status]);
  }

  #leader(): string {
    const { event, rules } = this;
    const text = words().lot;
    if (isSealed(rules)) return text.nobodySees;
    if (isDutch(rules)) return text.firstWins;
    return event.leader == null ? text.nobodyLeads : text.leading(event.leader);
  }

  #time() {
    const { event, rules, clock } = this;
    const text = words().lot;
    if (event.status === 'paused') return html`<p class="muted">${text.clockStands}</p>`;
    const opens = event.status === 'scheduled' && rules.opensAt;
    return html`<count-down
      .clock=${clock}
      .closesAt=${opens ? rules.opensAt : event.closesAt}
      .label=${opens ? text.opensIn : text.closesIn}
      .over=${opens ? text.opening : text.closingShort}
      announce
    ></count-down>`;
  }
}

customElements.define('console-board', ConsoleBoard);
