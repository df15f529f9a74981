import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { GavelClient } from '../client/gavel-client';
import { newId } from '../client/new-id';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { tabs, tabsLook } from '../look/tabs';
import { sellingWords } from '../words/selling';
import './import-lots';
import './list-lot-form';
import './seller-board';
import './seller-lot';
import { draftLink, sellersPage, type SellersPage } from './seller-page';
import './seller-statements';

/** The frame of the sellers' pages: where to go, and that one has to be a seller. */
class SellerPages extends LitElement {
  static override properties = { client: { attribute: false }, path: { attribute: false } };
  static override styles = [
    look,
    tabsLook,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
      }
    `,
  ];
  client!: GavelClient;
  path: readonly string[] = [];

  constructor() {
    super();
    new Listening(this, () => [this.client.session.changes.on(() => this.requestUpdate())]);
  }

  /** A new lot gets its address at once, so that its draft is there again after a reload. */
  override updated(changed: PropertyValues<this>): void {
    const shown = sellersPage(this.path);
    if (changed.has('path') && shown?.page === 'new' && shown.draft === undefined) location.replace(draftLink(newId()));
  }

  override render() {
    const text = sellingWords();
    const [before, signIn, behind] = text.signInFirst;
    const { session } = this.client;
    if (!session.may('SELLER')) return html`<p data-testid="sellers-only">${before}<a href="#/sign-in">${signIn}</a>${behind}</p>`;
    const shown = sellersPage(this.path);
    const titles = { board: text.board.title, new: text.form.title, import: text.imports.title, statements: text.board.statements };
    if (shown && shown.page !== 'lot') document.title = `${titles[shown.page]} · Gavel`;
    return html`
      ${tabs(text.pages, [
        ['#/sell', text.toBoard, 'my-lots', shown?.page === 'board'],
        ['#/sell/new', text.toNew, 'list-a-lot', shown?.page === 'new'],
        ['#/sell/import', text.toImport, 'import', shown?.page === 'import'],
        ['#/sell/statements', text.toStatements, 'statements', shown?.page === 'statements'],
      ])}
      ${keyed(session.who?.account, this.#page(shown))}
    `;
  }

  #page(shown: SellersPage | undefined) {
    const { client } = this;
    switch (shown?.page) {
      case 'board':
        return html`<seller-board .client=${client} .tab=${shown.tab}></seller-board>`;
      case 'new':
        return shown.draft === undefined ? nothing : keyed(shown.draft, html`<list-lot-form .client=${client} .draft=${shown.draft}></list-lot-form>`);
      case 'lot':
        return keyed(shown.lot, html`<seller-lot .client=${client} .lot=${shown.lot}></seller-lot>`);
      case 'import':
        return html`<import-lots .client=${client}></import-lots>`;
      case 'statements':
        return html`<seller-statements .client=${client}></seller-statements>`;
      case undefined:
        return nothing;
    }
  }
}

customElements.define('seller-pages', SellerPages);
