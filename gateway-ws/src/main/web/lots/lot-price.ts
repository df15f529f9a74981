import { LitElement, css, html, nothing } from 'lit';
import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules, Sale } from '../client/protocol';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { money } from '../money';
import { dateTime } from '../times';
import './count-down';
import './falling-price';
import { isDutch, isSealed } from './formats';
import { bidsInWords, result } from './result';
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
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }
      .alert:empty {
        margin-top: -0.75rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: start;
        gap: 0.5rem 1.5rem;
      }
      .big {
        font-size: clamp(1.7rem, 7vw, 2.25rem);
        font-weight: 600;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
      }
      .time {
        font-size: clamp(1.3rem, 5vw, 1.6rem);
        font-weight: 600;
        line-height: 1.7;
      }
      .banner {
        padding: 0.6rem 0.9rem;
        border-radius: 8px;
        font-weight: 600;
      }
      .good {
        background: var(--accent-soft);
        color: var(--accent);
      }
      .bad {
        background: var(--alert-soft);
        color: var(--alert);
      }
      .neutral {
        background: var(--paper);
      }
      .hammer {
        font-family: var(--serif);
        font-size: 1.25rem;
      }
    `,
  ];
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
            : html`<p class="big" data-testid="price" data-amount=${event.price}>${price}</p>`}
        </div>
        ${event.status === 'closed' ? nothing : this.#time()}
      </div>
      <p>
        ${event.status === 'closed' ? nothing : html`<span data-testid="leader">${this.#leader()}</span>${isDutch(rules) ? '' : ' · '}`}<span class="muted"
          ><span data-testid="bids">${isDutch(rules) && event.status !== 'closed' ? nothing : bidsInWords(event.bids)}</span>${this.#reserve()}</span
        >
      </p>
      <p class="small muted">${this.#when()}</p>
      <span class="only-read-aloud" aria-live="polite">${event.bids > 0 && event.status !== 'closed' ? `${price}, ${this.#leader()}` : ''}</span>
      <div role="alert" class="alert">${this.#banner()}</div>
    `;
  }

  #time() {
    const { event } = this;
    if (event.status === 'paused') return html`<p class="time">Paused</p>`;
    const opensAt = this.rules.opensAt;
    if (event.status === 'scheduled' && opensAt)
      return html`<count-down class="time" .clock=${this.clock} .closesAt=${opensAt} label="Opens in" over="Opening…" announce></count-down>`;
    const label = event.status === 'open' ? 'Closes in' : 'Not open yet; closes in';
    return html`<count-down class="time" .clock=${this.clock} .closesAt=${event.closesAt} .label=${label} announce></count-down>`;
  }

  #label(): string {
    const { event, rules } = this;
    if (event.status === 'closed' && event.outcome === 'sold') return 'Final price';
    if (isSealed(rules)) return 'Bids start at';
    if (isDutch(rules)) return event.status === 'closed' ? 'Last price' : event.status === 'scheduled' ? 'Falls from' : 'Price now';
    if (event.status === 'closed') return 'Final price';
    return event.bids === 0 ? 'Starting price' : 'Current price';
  }

  #when(): string {
    const { event } = this;
    if (event.status === 'closed') return `Closed ${dateTime(event.at)}`;
    if (event.status === 'paused') return 'The clock stands; the end moves by as long as it does.';
    return `Closes ${dateTime(event.closesAt)}`;
  }

  #leader(): string {
    const { event, own, rules } = this;
    if (isSealed(rules)) return 'Nobody sees the bids before the close';
    if (isDutch(rules)) return 'The first to accept wins';
    if (event.leader == null) return 'Nobody leads yet';
    return event.leader === own?.paddle ? `Leading: your paddle ${event.leader}` : `Leading: paddle ${event.leader}`;
  }

  #reserve() {
    const { reserve, status } = this.event;
    if (reserve === 'none') return nothing;
    if (isSealed(this.rules) && status !== 'closed') return ' · with a reserve';
    if (reserve === 'met') return ' · reserve met';
    return status === 'closed' ? ' · reserve not met' : ' · reserve not met yet';
  }

  #banner() {
    const { event, rules, own } = this;
    switch (standing(event, own, rules)) {
      case 'leading':
        return html`<p class="banner good" data-testid="leading">
          You are leading.${own?.max === undefined ? nothing : ` Your maximum is ${money(own.max, rules.currency)}.`}
        </p>`;
      case 'sealed':
        return html`<p class="banner good" data-testid="sealed">Your sealed bid is ${own?.max === undefined ? 'in' : money(own.max, rules.currency)}.</p>`;
      case 'waiting':
        return html`<p class="banner good" data-testid="waiting">
          Your bid waits for the opening.${own?.max === undefined ? nothing : ` Your maximum is ${money(own.max, rules.currency)}.`}
        </p>`;
      case 'outbid':
        return html`<p class="banner bad" data-testid="outbid">You have been outbid.</p>`;
      case 'never-bid':
      case 'won':
      case 'not-won':
        return event.status === 'closed' ? this.#hammer() : nothing;
    }
  }

  #hammer() {
    const won = this.sale?.private?.role === 'buyer' || standing(this.event, this.own, this.rules) === 'won';
    return html`
      <div class="banner ${won ? 'good' : 'neutral'}">
        <p class="hammer" data-testid="hammer">${result(this.event, this.rules.currency)}</p>
        ${won ? html`<p data-testid="won">You won.</p>` : nothing}
        ${this.sale?.private ? html`<p class="small" data-testid="sale">Sale: ${this.sale.state.replaceAll('-', ' ')}</p>` : nothing}
      </div>
    `;
  }
}

customElements.define('lot-price', LotPrice);
