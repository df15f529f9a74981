import { LitElement, css, html } from 'lit';
import type { LotEvent, LotRules } from '../client/protocol';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { money } from '../money';
import { timeLeft } from '../times';
import { words } from '../words/words';
import { fallingPrice } from './dutch';

const SHOWN_AGAIN_MS = 100;

/** The price of a Dutch lot as it falls, by the server's clock. */
class FallingPriceNow extends LitElement {
  static override properties = {
    clock: { attribute: false },
    rules: { attribute: false },
    event: { attribute: false },
    events: { attribute: false },
    withNext: { type: Boolean },
  };
  static override styles = [
    look,
    css`
      .next {
        display: block;
        font-family: var(--sans);
        font-weight: 400;
        line-height: 1.5;
      }
    `,
  ];
  clock!: ServerClock;
  rules!: LotRules;
  event!: LotEvent;
  events: readonly LotEvent[] = [];
  /** Whether to say when the price falls next. */
  withNext = false;
  #again: number | undefined;

  override render() {
    const now = this.clock.now();
    const { price, nextAt } = fallingPrice(this.rules, this.event, this.events, now);
    const next = nextAt === undefined ? words().lot.fallsNoFurther : words().lot.fallsIn(timeLeft(nextAt - now));
    return html`<span data-testid="price" data-amount=${price}>${money(price, this.rules.currency)}</span>${this.withNext && this.event.status === 'open'
        ? html`<span class="small muted next" data-testid="next-fall">${next}</span>`
        : ''}`;
  }

  override updated(): void {
    window.clearTimeout(this.#again);
    if (this.isConnected && this.event.status === 'open') this.#again = window.setTimeout(() => this.requestUpdate(), SHOWN_AGAIN_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#again);
  }
}

customElements.define('falling-price', FallingPriceNow);
