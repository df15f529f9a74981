import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../account/sign-in';
import type { GavelClient } from '../client/gavel-client';
import '../listing/list-lot-form';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import '../lots/lot-list';
import '../lots/lot-page';
import './connection-badge';
import './outbid-notice';
import { routeOf, type Route } from './route';
import { shell } from './shell-look';

/** The frame of every page: where to go, who one is, whether the connection is live. */
export class GavelApp extends LitElement {
  static override properties = { client: { attribute: false }, route: { state: true }, sessionLost: { state: true } };
  static override styles = [look, buttons, shell];
  client!: GavelClient;
  route: Route = routeOf(location.hash);
  sessionLost: string | undefined;
  #cameFrom = '#/';

  constructor() {
    super();
    new Listening(this, () => [
      this.client.session.changes.on(() => this.requestUpdate()),
      this.client.sessionsLost.on((why) => (this.sessionLost = why)),
      this.#followHash(),
    ]);
  }

  override render() {
    return html`
      <header>
        <button class="skip" @click=${this.#skip}>Skip to the content</button>
        <a class="brand" href="#/">Gavel</a>
        <nav aria-label="Pages">
          <a href="#/" aria-current=${this.route.page === 'lots' ? 'page' : nothing}>Lots</a>
          ${this.client.session.may('SELLER')
            ? html`<a href="#/new" data-testid="list-a-lot" aria-current=${this.route.page === 'list-a-lot' ? 'page' : nothing}>List a lot</a>`
            : nothing}
        </nav>
        <div class="self">
          <connection-badge .client=${this.client}></connection-badge>
          ${this.#account()}
        </div>
      </header>
      <main tabindex="-1">
        <outbid-notice .client=${this.client} .shownLot=${this.route.page === 'lot' ? this.route.lot : undefined}></outbid-notice>
        ${this.sessionLost ? html`<p class="notice" role="alert">You have been signed out: ${this.sessionLost}</p>` : nothing}
        ${this.#page()}
      </main>
    `;
  }

  #account() {
    const who = this.client.session.who;
    if (!who) return html`<a class="button" href="#/sign-in" data-testid="go-sign-in">Sign in</a>`;
    return html`
      <span class="who" data-testid="account">${who.account}</span>
      <button class="plain small" data-testid="sign-out" @click=${() => this.client.session.signOut()}>Sign out</button>
    `;
  }

  #page() {
    const { client, route } = this;
    switch (route.page) {
      case 'lots':
        return keyed(route.status, html`<lot-list .client=${client} .status=${route.status}></lot-list>`);
      case 'lot':
        return keyed(route.lot, html`<lot-page .client=${client} .lot=${route.lot}></lot-page>`);
      case 'list-a-lot':
        return html`<list-lot-form .client=${client}></list-lot-form>`;
      case 'sign-in':
        return html`<sign-in .client=${client} @signed-in=${this.#signedIn}></sign-in>`;
      case 'nowhere':
        return html`<h1>There is nothing here</h1>
          <p><a href="#/">To the open lots</a></p>`;
    }
  }

  #signedIn(): void {
    this.sessionLost = undefined;
    location.hash = this.#cameFrom;
  }

  #skip(): void {
    this.renderRoot.querySelector('main')?.focus();
  }

  #followHash(): () => void {
    const follow = (change: HashChangeEvent) => {
      if (this.route.page !== 'sign-in') this.#cameFrom = new URL(change.oldURL).hash || '#/';
      this.route = routeOf(location.hash);
      document.title = 'Gavel';
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }
}

customElements.define('gavel-app', GavelApp);
