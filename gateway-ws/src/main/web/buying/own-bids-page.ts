import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { skeletons } from '../look/skeletons';
import { whenBack } from '../look/when-back';
import { buyingWords } from '../words/buying';
import { filters, listOf, signInFirst } from './list-parts';
import { myLook } from './my-look';
import './my-nav';
import './own-bid-row';
import { bidsOn, purchases, type BidOn } from './own';
import { Paged } from './paged';
import type { BidStage } from './stage';
import './tell-outside';

/** The lots one has bid on, those ending last first; each keeps its place, whatever becomes of it. */
class OwnBidsPage extends LitElement {
  static override properties = { client: { attribute: false }, only: {}, owed: { state: true } };
  static override styles = [look, buttons, notices, skeletons, myLook];
  client!: GavelClient;
  only: BidStage | undefined;
  /** The lots that are to be paid. */
  owed: ReadonlySet<string> = new Set();
  readonly #list = new Paged<BidOn>(
    ({ lot }) => lot,
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    new Listening(this, () => {
      this.#begin();
      return [
        this.client.session.changes.on(() => this.#begin()),
        this.client.sales.on(({ private: own }) => own && void this.#readOwed()),
        whenBack(this.client, () => void this.#readOwed()),
      ];
    });
  }

  override render() {
    const text = buyingWords();
    const { who } = this.client.session;
    return html`
      <my-nav page="bids"></my-nav>
      ${who
        ? html`${filters('bids', text.stages, this.only)} ${listOf(this.#list, (bid) => this.#row(bid), this.#nothing())}
            <tell-outside></tell-outside>`
        : signInFirst()}
    `;
  }

  #row(bid: BidOn) {
    const toPay = this.owed.has(bid.lot);
    if (this.only === 'to-pay' && !toPay) return html`${nothing}`;
    return html`<li><own-bid-row .client=${this.client} .bid=${bid} .toPay=${toPay}></own-bid-row></li>`;
  }

  #nothing() {
    const text = buyingWords();
    return emptyState(this.only ? text.noBidsSo : text.noBids, html`<a class="button" href="#/">${text.toOpenLots}</a>`, 'no-bids');
  }

  #begin(): void {
    this.requestUpdate();
    if (!this.client.session.who) return;
    const { only } = this;
    if (only !== 'to-pay') void this.#readOwed();
    void this.#list.begin((cursor) => (only === 'to-pay' ? this.#toPay(cursor) : bidsOn(this.client, only, cursor)));
  }

  /** Of what was won, only what is to be paid. */
  async #toPay(cursor?: string) {
    const [page] = await Promise.all([bidsOn(this.client, 'won', cursor), this.#readOwed()]);
    return { ...page, items: page.items.filter(({ lot }) => this.owed.has(lot)) };
  }

  /** Where it cannot be told what is owed, lots are shown as won; the purchases say so, too. */
  async #readOwed(): Promise<void> {
    const owed = await purchases(this.client, 'awaiting-payment').catch(() => undefined);
    if (owed) this.owed = new Set(owed.items.map(({ lot }) => lot));
  }
}

customElements.define('own-bids-page', OwnBidsPage);
