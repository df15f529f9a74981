import { LitElement, html } from 'lit';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { words } from '../words/words';

const LOOK_AGAIN_MS = 1_000;

/** How well the server's time is known here. */
class ServerTime extends LitElement {
  static override properties = { clock: { attribute: false }, hook: {} };
  static override styles = look;
  clock!: ServerClock;
  /** The `data-testid` of this one. */
  hook = 'server-time';
  #timer: number | undefined;

  override render() {
    const { errorMs } = this.clock;
    const text = words().lot;
    const known = Number.isFinite(errorMs);
    return html`<span class="small muted" data-testid=${this.hook} data-state=${known ? 'synchronised' : 'waiting'}>${known ? text.serverTime(Math.ceil(errorMs)) : text.serverTimeUnknown}</span>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.requestUpdate(), LOOK_AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }
}

customElements.define('server-time', ServerTime);
