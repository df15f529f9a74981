import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { bidderWords } from '../words/bidder';
import { isWatched, toggleWatched, watchlistChanges } from './watchlist';

const HEART = 'M12 20.5 C7 16.4 3.2 13.2 3.2 9 A4.6 4.6 0 0 1 12 7.1 A4.6 4.6 0 0 1 20.8 9 C20.8 13.2 17 16.4 12 20.5 Z';

/** Watches a lot or no longer: a heart, and on a lot's page a word with it. */
class WatchButton extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, name: {}, worded: { type: Boolean }, full: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      :host {
        display: inline-block;
      }
      button {
        gap: var(--space-2);
        padding: 0.4rem 0.9rem;
      }
      button.heart {
        width: 2.5rem;
        min-height: 2.5rem;
        padding: 0;
        border-color: var(--line);
        border-radius: var(--radius-round);
        background: var(--card);
      }
      svg {
        width: 1.3rem;
        height: 1.3rem;
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
      }
      [aria-pressed='true'] svg {
        fill: var(--accent);
        stroke: var(--accent);
      }
      p {
        margin-top: var(--space-1);
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  /** The lot's title. */
  name!: string;
  worded = false;
  full = false;

  constructor() {
    super();
    const update = () => this.requestUpdate();
    new Listening(this, () => [watchlistChanges.on(update), this.client.session.changes.on(update)]);
  }

  override render() {
    const text = bidderWords().watch;
    const watched = isWatched(this.client.session.who?.account, this.lot);
    return html`<button
        type="button"
        class=${this.worded ? '' : 'heart'}
        data-testid="watch"
        aria-pressed=${watched}
        aria-label=${this.worded ? nothing : text.watch(this.name)}
        title=${text.watchThis}
        @click=${() => (this.full = !toggleWatched(this.client.session.who?.account, this.lot))}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${HEART} /></svg>
        ${this.worded ? html`<span>${text.watchThis}</span>` : nothing}
      </button>
      ${this.full ? html`<p class="small" role="alert">${text.full}</p>` : nothing}`;
  }
}

customElements.define('watch-button', WatchButton);
