import { LitElement, css, html } from 'lit';
import type { ServerClock } from '../client/server-clock';
import type { LotEvent, LotRules } from '../client/protocol';
import { look } from '../look/look';
import { money } from '../money';
import { lotLink } from '../shell/route';
import './count-down';
import './falling-price';
import { isDutch, isSealed } from './formats';
import { bidsInWords, result } from './result';

/** One lot in the list. */
class LotCard extends LitElement {
  static override properties = { clock: { attribute: false }, rules: { attribute: false }, event: { attribute: false } };
  static override styles = [
    look,
    css`
      a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.75rem 1rem;
        align-items: end;
        height: 100%;
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        border-color: var(--accent);
      }
      h2 {
        grid-column: 1 / -1;
        align-self: start;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }
      .price {
        font-size: 1.25rem;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        line-height: 1.5rem;
      }
      .end {
        text-align: right;
      }
    `,
  ];
  clock!: ServerClock;
  rules!: LotRules;
  event!: LotEvent;

  override render() {
    const { rules, event } = this;
    return html`
      <a class="card" href=${lotLink(event.lot)} data-testid="lot-link">
        <h2>${rules.title}</h2>
        <div>
          <p class="small muted">${this.#label()}</p>
          <p class="price">
            ${isDutch(rules) && event.status === 'open'
              ? html`<falling-price .clock=${this.clock} .rules=${rules} .event=${event}></falling-price>`
              : money(event.price, rules.currency)}
          </p>
        </div>
        <div class="end">${this.#ending()}</div>
      </a>
    `;
  }

  #label(): string {
    const { rules, event } = this;
    if (isDutch(rules) && event.status === 'open') return 'Falling price';
    if (isSealed(rules) && event.status !== 'closed') return event.bids === 0 ? 'Sealed bids from' : `Sealed, ${bidsInWords(event.bids)}, from`;
    return event.bids === 0 ? 'Starting price' : bidsInWords(event.bids);
  }

  #ending() {
    const { rules, event } = this;
    if (event.status === 'closed') return html`<p class="small">${result(event, rules.currency)}</p>`;
    if (event.status === 'paused') return html`<p>Paused</p>`;
    if (event.status === 'scheduled' && rules.opensAt) return html`<count-down .clock=${this.clock} .closesAt=${rules.opensAt} label="Opens in" over="Opening…"></count-down>`;
    return html`<count-down .clock=${this.clock} .closesAt=${event.closesAt}></count-down>`;
  }
}

customElements.define('lot-card', LotCard);
