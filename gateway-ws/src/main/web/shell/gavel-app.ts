import { LitElement, html, nothing } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { keyed } from 'lit/directives/keyed.js';
import { signOut } from '../account/grant';
import '../account/sign-in';
import type { SignedInEvent } from '../account/signed-in-event';
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
import '../lots/server-time';
import '../notes/note-list';
import './area-page';
import type { AreaName } from './areas';
import './connection-badge';
import './connection-notice';
import { nothingHere } from './nothing-here';
import './preferences';
import { routeOf, type Route } from './route';
import { Scroll } from './scroll';
import { shell } from './shell-look';

/** The frame of every page: where to go, who one is, whether the connection is live. */
export class GavelApp extends LitElement {
  static override properties = { client: { attribute: false }, route: { state: true }, sessionLost: { state: true } };
  static override styles = [look, buttons, notices, shell];
  client!: GavelClient;
  route: Route = routeOf(location.hash);
  sessionLost = false;
  #cameFrom = '#/';
  /** The list as it was left: its state and what was looked for. */
  #list = '#/';
  /** Whether the place before this one in the history is the list. */
  #listIsBehind = false;
  readonly #scroll = new Scroll();

  constructor() {
    super();
    new Listening(this, () => [
      this.client.session.changes.on(() => this.requestUpdate()),
      this.client.sessionsLost.on(() => (this.sessionLost = true)),
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
              ${this.sessionLost ? html`<p class="notice bad" role="alert" data-testid="session-lost">
                    ${text.signedOut} <a href="#/sign-in">${text.signInAgain}</a>
                  </p>` : nothing}
            </div>
            ${cache(this.#lots())} ${this.#page()}
          </main>
          <note-list .client=${this.client} .at=${location.hash || '#/'}></note-list>
        `,
      )}
      <footer>
        <p class="small muted">${text.promise} <server-time .clock=${this.client.clock} hook="time-sync"></server-time></p>
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
      <button class="plain small" data-testid="sign-out" @click=${() => void signOut(this.client)}>${text.signOut}</button>
    `;
  }

  #page() {
    const { client, route } = this;
    switch (route.page) {
      case 'lots':
        return nothing;
      case 'lot':
        return keyed(route.lot, html`<lot-page .client=${client} .lot=${route.lot} .back=${this.#list} @click=${this.#goBack}></lot-page>`);
      case 'area':
        return keyed(route.area, html`<area-page .client=${client} .area=${route.area} .path=${route.path}></area-page>`);
      case 'sign-in':
        return html`<sign-in .client=${client} .place=${this.#cameFrom} @signed-in=${this.#signedIn}></sign-in>`;
      case 'nowhere':
        return nothingHere();
    }
  }

  /** The list is kept while something else is shown, with all that was read, and goes on where it was. */
  #lots() {
    const { route } = this;
    if (route.page !== 'lots') return nothing;
    return html`${keyed(route.status, html`<lot-list .client=${this.client} .status=${route.status} .wishes=${route.wishes}></lot-list>`)}`;
  }

  /** Back to the list is back in the history where one has come from there: that is how it is found as it was left. */
  #goBack(click: MouseEvent): void {
    const link = click.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (!this.#listIsBehind || link?.dataset['testid'] !== 'back' || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    history.back();
  }

  #in(area: AreaName): boolean {
    return this.route.page === 'area' && this.route.area === area;
  }

  /** Goes to where he was before; the way back does not lead over signing in. */
  #signedIn({ place }: SignedInEvent): void {
    this.sessionLost = false;
    location.replace(place ?? this.#cameFrom);
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
      const again = this.#scroll.leave();
      this.#listIsBehind = this.route.page === 'lots' && !again;
      if (this.route.page === 'lots') this.#list = before;
      this.route = routeOf(location.hash);
      document.title = 'Gavel';
      void this.updateComplete.then(() => this.#scroll.arrive());
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }
}

customElements.define('gavel-app', GavelApp);
