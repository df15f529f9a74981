import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { words } from '../words/words';

/** A connection that is back as fast is not worth a word. */
const SAID_AFTER_MS = 1_000;

/** Says what it means for the page that the connection is lost. */
class ConnectionNotice extends LitElement {
  static override properties = { client: { attribute: false }, said: { state: true } };
  static override styles = [
    look,
    notices,
    css`
      .notice {
        margin-bottom: var(--space-4);
      }
    `,
  ];
  client!: GavelClient;
  said = false;
  #timer: number | undefined;

  constructor() {
    super();
    new Listening(this, () => {
      this.#changed();
      return [this.client.connection.states.on(() => this.#changed()), () => window.clearTimeout(this.#timer)];
    });
  }

  override render() {
    const { state } = this.client.connection;
    const text = words().connection;
    return html`<div role="status">
      ${this.said ? notice('bad', html`<span data-testid="stale">${state === 'offline' ? text.away : text.stale}</span>`) : nothing}
    </div>`;
  }

  #changed(): void {
    window.clearTimeout(this.#timer);
    const lost = ['reconnecting', 'offline'].includes(this.client.connection.state);
    if (!lost || this.said) this.said = lost;
    else this.#timer = window.setTimeout(() => (this.said = true), SAID_AFTER_MS);
    this.requestUpdate();
  }
}

customElements.define('connection-notice', ConnectionNotice);
