import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { words } from '../words/words';

/** Says whether what is shown is live. */
class ConnectionBadge extends LitElement {
  static override properties = { client: { attribute: false } };
  static override styles = [
    look,
    buttons,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 0.25rem;
      }
      [role='status'] {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
        white-space: nowrap;
      }
      [role='status']::before {
        content: '';
        width: 0.6rem;
        height: 0.6rem;
        border-radius: 50%;
        border: 2px solid var(--alert);
      }
      .live::before {
        background: var(--accent);
        border-color: var(--accent);
      }
    `,
  ];
  client!: GavelClient;

  constructor() {
    super();
    new Listening(this, () => [this.client.connection.states.on(() => this.requestUpdate())]);
  }

  override render() {
    const { state } = this.client.connection;
    const text = words().connection;
    return html`
      <span role="status" class="small ${state}" data-testid="connection" data-state=${state}>${text[state]}</span>
      ${state === 'offline' ? html`<button class="plain small" @click=${() => this.client.connection.reopen()}>${text.connect}</button>` : nothing}
    `;
  }
}

customElements.define('connection-badge', ConnectionBadge);
