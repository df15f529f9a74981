import { LitElement, css, html } from 'lit';
import '../bidding/bid-box';
import type { Listing } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import type { Session } from '../client/session';
import { look } from '../look/look';
import { pill, pills } from '../look/pills';
import { gallery } from '../lots/gallery';
import '../lots/lot-details';
import { lotPageLook } from '../lots/lot-page-look';
import '../lots/lot-price';
import { words } from '../words/words';
import { asListed } from './as-listed';

/** A lot that is not listed yet, made of the parts of its page; bidding is only shown. */
class LotPreview extends LitElement {
  static override properties = { client: { attribute: false }, listing: { attribute: false }, seller: {}, lot: {} };
  static override styles = [
    look,
    pills,
    lotPageLook,
    css`
      @media (min-width: 52rem) {
        .bidding {
          position: static;
        }
      }
    `,
  ];
  client!: GavelClient;
  listing!: Listing;
  seller!: string;
  /** Decides what is drawn where there is no photograph. */
  lot!: string;

  override render() {
    const { rules, event } = asListed(this.listing, this.lot, this.seller, this.client.clock.now());
    const text = words().lot;
    return html`
      <article data-testid="preview">
        <div class="title">
          <h2 data-testid="preview-title">${rules.title}</h2>
          <p class="muted">${text.listedBy(rules.seller)} ${pill('brass', text.formats[rules.format])}</p>
        </div>
        ${gallery(rules)}
        <section class="bidding card" aria-label=${words().bidding.title}>
          <lot-price .clock=${this.client.clock} .rules=${rules} .event=${event} .events=${[event]}></lot-price>
          <div inert><bid-box .client=${asBidder(this.client)} .rules=${rules} .event=${event}></bid-box></div>
        </section>
        <div class="about"><lot-details .client=${this.client} .rules=${rules} .event=${event}></lot-details></div>
      </article>
    `;
  }
}

/** The same client as a bidder would have it: who one is, is all that differs. */
function asBidder(client: GavelClient): GavelClient {
  const session = Object.create(client.session, {
    who: { value: { account: '', roles: ['BIDDER'], token: '' } },
    may: { value: (role: string) => role === 'BIDDER' },
  }) as Session;
  return Object.create(client, { session: { value: session }, call: { value: client.call.bind(client) } }) as GavelClient;
}

customElements.define('lot-preview', LotPreview);
