import { LitElement, html } from 'lit';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { words } from '../words/words';

const LOOK_AGAIN_MS = 1_000;

/** How well the server's time is known here. */
class ServerTime extends LitElement {
  static override properties = { clock: { attribute: false } };
  static override styles = look;
  clock!: ServerClock;
  #timer: number | undefined;

  override render() {
    const { errorMs } = this.clock;
    const text = words().lot;
    return html`<span class="small muted" data-testid="server-time">${Number.isFinite(errorMs) ? text.serverTime(Math.ceil(errorMs)) : text.serverTimeUnknown}</span>`;
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
