import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { InView } from '../look/in-view';
import { look } from '../look/look';
import '../lots/lot-picture';

const MOST_KEPT = 200;
/** The covers that were asked for, by lot; undefined where it has no photo. */
const covers = new Map<string, string | undefined>();

/** The picture of a lot of which only id and title are known: its cover is looked up when it comes into view; until then, and without one, it is drawn. */
class LotCover extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, name: {}, photo: { state: true } };
  static override styles = [
    look,
    css`
      lot-picture {
        border-radius: inherit;
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  /** The lot's title. */
  name!: string;
  photo: string | undefined;

  constructor() {
    super();
    new InView(this, (inView) => inView && void this.#look(this.lot));
  }

  override render() {
    return html`<lot-picture .lot=${this.lot} .name=${this.name} .photo=${this.photo} aria-hidden="true"></lot-picture>`;
  }

  async #look(lot: string): Promise<void> {
    if (!covers.has(lot)) {
      const told = await this.client.api.lot(lot).catch(() => undefined);
      if (!told) return;
      covers.set(lot, told.photos?.[0]);
      for (const oldest of [...covers.keys()].slice(0, -MOST_KEPT)) covers.delete(oldest);
    }
    if (lot === this.lot) this.photo = covers.get(lot);
  }
}

customElements.define('lot-cover', LotCover);
