import { LitElement, css, html, nothing } from 'lit';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { dateTime, timeLeft } from '../times';
import { words } from '../words/words';

const LAST_SECONDS_MS = 10_000;
const ANNOUNCED_AT_SECONDS = [60, 10];

/** The time left until `closesAt`, by the server's clock. */
class CountDown extends LitElement {
  static override properties = { clock: { attribute: false }, closesAt: {}, label: {}, over: {}, announce: { type: Boolean } };
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        font-variant-numeric: tabular-nums;
      }
      .label {
        font-size: 0.875rem;
        font-weight: 400;
        line-height: 1.5;
      }
      .over {
        max-width: 11rem;
        white-space: normal;
        font-size: 1rem;
        line-height: 1.5rem;
        text-wrap: balance;
      }
      [role='timer'] {
        white-space: nowrap;
      }
      .last {
        color: var(--alert);
      }
    `,
  ];
  clock!: ServerClock;
  closesAt!: string;
  label = words().lot.closesIn;
  /** What is shown once the time is over. */
  over = words().lot.closing;
  /** Whether the last minute and the last ten seconds are read aloud. */
  announce = false;
  #tick: number | undefined;

  override render() {
    const left = Date.parse(this.closesAt) - this.clock.now();
    const over = left <= 0;
    return html`
      ${over ? nothing : html`<span class="label muted">${this.label}</span>`}
      <time
        role="timer"
        data-testid="countdown"
        datetime=${this.closesAt}
        title=${dateTime(this.closesAt)}
        class=${over ? 'last over' : left < LAST_SECONDS_MS ? 'last' : ''}
        >${over ? this.over : timeLeft(left)}</time
      >
      <span class="only-read-aloud" aria-live="polite">${this.announce && !over ? spoken(left) : ''}</span>
    `;
  }

  override updated(): void {
    this.#scheduleTick();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#tick);
  }

  /** Renders again when the text changes next: on the full tenth in the last seconds, else on the full second. */
  #scheduleTick(): void {
    window.clearTimeout(this.#tick);
    const left = Date.parse(this.closesAt) - this.clock.now();
    if (!this.isConnected) return;
    const step = left <= LAST_SECONDS_MS ? 100 : 1000;
    this.#tick = window.setTimeout(() => this.requestUpdate(), left <= 0 ? 1000 : (left % step) + 1);
  }
}

/** One sentence per threshold, unchanged until the next, so that it is read once. */
function spoken(leftMs: number): string {
  const passed = ANNOUNCED_AT_SECONDS.filter((seconds) => leftMs <= seconds * 1000).at(-1);
  return passed === undefined ? '' : words().time.lessThan(passed);
}

customElements.define('count-down', CountDown);
