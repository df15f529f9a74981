import { LitElement, css, html, nothing } from 'lit';
import '../bidding/quick-bids';
import type { Listing } from '../client/api';
import type { ServerClock } from '../client/server-clock';
import { rungs } from '../ladder';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { pill, pills } from '../look/pills';
import '../lots/lot-details';
import { lotPageLook } from '../lots/lot-page-look';
import '../lots/lot-picture';
import '../lots/lot-price';
import { money } from '../money';
import { words } from '../words/words';
import { asListed } from './as-listed';

/** A lot that is not listed yet, made of the parts of its page; bidding is only shown. */
class LotPreview extends LitElement {
  static override properties = { clock: { attribute: false }, listing: { attribute: false }, seller: {}, lot: {} };
  static override styles = [
    look,
    buttons,
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
  clock!: ServerClock;
  listing!: Listing;
  seller!: string;
  /** Decides what is drawn where there is no photograph. */
  lot!: string;

  override render() {
    const { rules, event } = asListed(this.listing, this.lot, this.seller, this.clock.now());
    const text = words().lot;
    const { buyNow, currency } = rules;
    return html`
      <article data-testid="preview">
        <div class="title">
          <h2 data-testid="preview-title">${rules.title}</h2>
          <p class="muted">${text.listedBy(rules.seller)} ${pill('brass', text.formats[rules.format])}</p>
        </div>
        <figure class="gallery">
          <lot-picture .lot=${this.lot} .name=${rules.title}></lot-picture>
          <figcaption class="small muted">${text.noPhoto}</figcaption>
        </figure>
        <section class="bidding card" aria-label=${words().bidding.title}>
          <lot-price .clock=${this.clock} .rules=${rules} .event=${event} .events=${[event]}></lot-price>
          ${rules.format === 'english' && event.status === 'open'
            ? html`<quick-bids .amounts=${rungs(rules.increments ?? [], event.next, 3)} .currency=${currency} .disabled=${true}></quick-bids>`
            : nothing}
          ${rules.format === 'dutch' ? html`<button disabled>${words().bidding.acceptPrice}</button>` : nothing}
          ${buyNow ? html`<button disabled>${words().bidding.buyNow(money(buyNow.price, currency))}</button>` : nothing}
        </section>
        <div class="about"><lot-details .rules=${rules} .event=${event}></lot-details></div>
      </article>
    `;
  }
}

customElements.define('lot-preview', LotPreview);
