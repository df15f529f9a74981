import { LitElement, css, html, nothing } from 'lit';
import { look } from '../look/look';
import { buyingWords } from '../words/buying';

const PAGES = ['bids', 'watchlist', 'sales'] as const;

/** The heading of a bidder's own pages, and the way between them. */
class MyNav extends LitElement {
  static override properties = { page: {} };
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
      nav {
        display: flex;
        gap: var(--space-5);
        border-bottom: 1px solid var(--line);
      }
      nav a {
        padding: var(--space-2) 0;
        color: var(--muted);
        font-weight: 600;
        text-decoration: none;
      }
      nav a:hover,
      nav a[aria-current] {
        color: var(--ink);
      }
      nav a[aria-current] {
        box-shadow: inset 0 -3px var(--accent);
      }
    `,
  ];
  page!: (typeof PAGES)[number];

  override render() {
    const text = buyingWords();
    document.title = `${text[this.page]} · Gavel`;
    return html`
      <h1>${text.title}</h1>
      <nav aria-label=${text.pages}>
        ${PAGES.map((page) => html`<a href="#/my/${page}" data-testid="my-${page}" aria-current=${page === this.page ? 'page' : nothing}>${text[page]}</a>`)}
      </nav>
    `;
  }
}

customElements.define('my-nav', MyNav);
