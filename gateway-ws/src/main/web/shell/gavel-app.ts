import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../account/sign-in';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { language } from '../words/language';
import { bidderWords } from '../words/bidder';
import { words } from '../words/words';
import { notices } from '../look/notices';
import '../lots/lot-list';
import '../lots/lot-page';
import '../notes/note-list';
import './area-page';
import type { AreaName } from './areas';
import './connection-badge';
import './connection-notice';
import { nothingHere } from './nothing-here';
import './preferences';
import { routeOf, type Route } from './route';
import { shell } from './shell-look';

/** The frame of every page: where to go, who one is, whether the connection is live. */
export class GavelApp extends LitElement {
  static override properties = { client: { attribute: false }, route: { state: true }, sessionLost: { state: true } };
  static override styles = [look, buttons, notices, shell];
  client!: GavelClient;
  route: Route = routeOf(location.hash);
  sessionLost: string | undefined;
  #cameFrom = '#/';
  /** The list as it was left: its state and what was looked for. */
  #list = '#/';

  constructor() {
    super();
    new Listening(this, () => [
      this.client.session.changes.on(() => this.requestUpdate()),
      this.client.sessionsLost.on((why) => (this.sessionLost = why)),
      this.#followHash(),
    ]);
  }

  override render() {
    const text = words().shell;
    return html`
      ${keyed(
        language(),
        html`
          <header>
            <button class="skip" @click=${this.#skip}>${text.skip}</button>
            <a class="brand" href="#/">Gavel</a>
            <nav aria-label=${text.pages}>
              <a href="#/" aria-current=${this.route.page === 'lots' ? 'page' : nothing}>${text.lots}</a>
              ${this.client.session.may('BIDDER')
                ? html`<a href="#/my/bids" data-testid="my-auctions" aria-current=${this.#in('my') ? 'page' : nothing}>${bidderWords().myAuctions}</a>`
                : nothing}
              ${this.client.session.may('SELLER')
                ? html`<a href="#/sell" data-testid="sell" aria-current=${this.#in('sell') ? 'page' : nothing}>${text.sell}</a>`
                : nothing}
              ${this.client.session.may('OPERATOR')
                ? html`<a href="#/operate" data-testid="operate" aria-current=${this.#in('operate') ? 'page' : nothing}>${text.operate}</a>`
                : nothing}
            </nav>
            <div class="self">
              <connection-badge .client=${this.client}></connection-badge>
              ${this.#account()}
            </div>
          </header>
          <main tabindex="-1">
            <div class="notices">
              <connection-notice .client=${this.client}></connection-notice>
              ${this.sessionLost ? html`<p class="notice bad" role="alert">${text.signedOut(this.sessionLost)}</p>` : nothing}
            </div>
            ${this.#page()}
          </main>
          <note-list .client=${this.client} .at=${location.hash || '#/'}></note-list>
        `,
      )}
      <footer>
        <p class="small muted">${text.promise}</p>
        <page-preferences @language-chosen=${this.#retold}></page-preferences>
      </footer>
    `;
  }

  #account() {
    const who = this.client.session.who;
    const text = words().shell;
    if (!who) return html`<a class="button" href="#/sign-in" data-testid="go-sign-in">${text.signIn}</a>`;
    return html`
      <span class="who" data-testid="account">${who.account}</span>
      <button class="plain small" data-testid="sign-out" @click=${() => this.client.session.signOut()}>${text.signOut}</button>
    `;
  }

  #page() {
    const { client, route } = this;
    switch (route.page) {
      case 'lots':
        return keyed(route.status, html`<lot-list .client=${client} .status=${route.status} .wishes=${route.wishes}></lot-list>`);
      case 'lot':
        return keyed(route.lot, html`<lot-page .client=${client} .lot=${route.lot} .back=${this.#list}></lot-page>`);
      case 'area':
        return keyed(route.area, html`<area-page .client=${client} .area=${route.area} .path=${route.path}></area-page>`);
      case 'sign-in':
        return html`<sign-in .client=${client} @signed-in=${this.#signedIn}></sign-in>`;
      case 'nowhere':
        return nothingHere();
    }
  }

  #in(area: AreaName): boolean {
    return this.route.page === 'area' && this.route.area === area;
  }

  #signedIn(): void {
    this.sessionLost = undefined;
    location.hash = this.#cameFrom;
  }

  /** Everything is drawn anew in the language chosen; the connection and who one is stay. */
  #retold(): void {
    document.documentElement.lang = language();
    this.route = routeOf(location.hash);
    this.requestUpdate();
  }

  #skip(): void {
    this.renderRoot.querySelector('main')?.focus();
  }

  #followHash(): () => void {
    const follow = (change: HashChangeEvent) => {
      const before = new URL(change.oldURL).hash || '#/';
      if (this.route.page !== 'sign-in') this.#cameFrom = before;
      if (this.route.page === 'lots') this.#list = before;
      this.route = routeOf(location.hash);
      document.title = 'Gavel';
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }
}

customElements.define('gavel-app', GavelApp);
