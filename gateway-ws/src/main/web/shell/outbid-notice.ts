import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { Outbid } from '../client/protocol';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { notices } from '../look/notices';
import { words } from '../words/words';
import { lotLink } from './route';

/** Tells that the account was outbid on a lot which is not on the screen. */
class OutbidNotice extends LitElement {
  static override properties = { client: { attribute: false }, shownLot: { attribute: false }, outbid: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    css`
      .notice {
        margin-bottom: var(--space-4);
      }
    `,
  ];
  client!: GavelClient;
  shownLot: string | undefined;
  outbid: Outbid | undefined;

  constructor() {
    super();
    new Listening(this, () => [
      this.client.outbids.on((outbid) => (this.outbid = outbid)),
      this.client.session.changes.on(() => (this.outbid = undefined)),
    ]);
  }

  override render() {
    const { outbid } = this;
    const text = words().shell;
    return html`
      <div role="alert">
        ${outbid && outbid.lot !== this.shownLot
          ? html`<p class="notice bad" data-testid="outbid-elsewhere">
              ${text.outbid}
              <a href=${lotLink(outbid.lot)} @click=${() => (this.outbid = undefined)}>${text.goToLot}</a>
              <button class="plain" @click=${() => (this.outbid = undefined)}>${text.dismiss}</button>
            </p>`
          : nothing}
      </div>
    `;
  }
}

customElements.define('outbid-notice', OutbidNotice);
