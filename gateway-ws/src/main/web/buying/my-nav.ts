import { LitElement, css, html } from 'lit';
import { look } from '../look/look';
import { tabs, tabsLook } from '../look/tabs';
import { buyingWords } from '../words/buying';

const PAGES = ['bids', 'watchlist', 'sales'] as const;

/** The heading of a bidder's own pages, and the way between them. */
class MyNav extends LitElement {
  static override properties = { page: {} };
  static override styles = [
    look,
    tabsLook,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
    `,
  ];
  page!: (typeof PAGES)[number];

  override render() {
    const text = buyingWords();
    document.title = `${text[this.page]} · Gavel`;
    return html`
      <h1>${text.title}</h1>
      ${tabs(
        text.pages,
        PAGES.map((page) => [`#/my/${page}`, text[page], `my-${page}`, page === this.page]),
      )}
    `;
  }
}

customElements.define('my-nav', MyNav);
