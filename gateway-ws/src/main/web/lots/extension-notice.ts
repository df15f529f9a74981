import { LitElement, css, html, nothing } from 'lit';
import type { LotEvent } from '../client/protocol';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { announced } from './history';

const SHOWN_FOR_MS = 20_000;

/** Announces for a while that the lot's end has moved, and why. */
class ExtensionNotice extends LitElement {
  static override properties = { clock: { attribute: false }, events: { attribute: false } };
  static override styles = [
    look,
    notices,
    css`
      :host {
        display: contents;
      }
      [role='status']:empty {
        position: absolute;
      }
    `,
  ];
  clock!: ServerClock;
  /** Newest first. */
  events: readonly LotEvent[] = [];
  #timer: number | undefined;

  override render() {
    const extended = this.#latest();
    return html`<div role="status">${extended ? notice('brass', html`<span data-testid="extended">${announced(extended)}</span>`) : nothing}</div>`;
  }

  override updated(): void {
    window.clearTimeout(this.#timer);
    const extended = this.#latest();
    if (extended) this.#timer = window.setTimeout(() => this.requestUpdate(), this.#ageMs(extended) < 0 ? SHOWN_FOR_MS : SHOWN_FOR_MS - this.#ageMs(extended));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  #latest(): LotEvent | undefined {
    if (this.events[0]?.status === 'closed') return undefined;
    const extended = this.events.find(({ type }) => type === 'extended');
    return extended && this.#ageMs(extended) < SHOWN_FOR_MS ? extended : undefined;
  }

  #ageMs({ at }: LotEvent): number {
    return this.clock.now() - Date.parse(at);
  }
}

customElements.define('extension-notice', ExtensionNotice);
