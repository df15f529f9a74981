import { LitElement, css, html } from 'lit';
import { look } from '../look/look';
import { printOf, printsOf } from '../photos/print';
import { words } from '../words/words';
import { drawingOf } from './drawing';
import { MOTIF } from './motifs';

/** The picture of a lot: its cover photo, or, where there is none or it cannot be had, a still life drawn from its id and title. */
class LotPicture extends LitElement {
  static override properties = { lot: {}, name: {}, photo: {}, failed: { state: true } };
  static override styles = [
    look,
    css`
      :host {
        aspect-ratio: 4 / 3;
        overflow: hidden;
      }
      img,
      svg {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `,
  ];
  lot!: string;
  /** The lot's title. */
  name!: string;
  /** The id of its cover. */
  photo: string | undefined;
  /** The photo that could not be had. */
  failed: string | undefined;

  override render() {
    const { photo } = this;
    return photo && photo !== this.failed ? this.#photograph(photo) : this.#drawing();
  }

  #photograph(photo: string) {
    return html`<img
      src=${printOf(photo, 320)}
      srcset=${printsOf(photo)}
      sizes="(min-width: 40rem) 22rem, 100vw"
      alt=${this.name}
      loading="lazy"
      decoding="async"
      data-testid="cover"
      @error=${() => (this.failed = photo)}
    />`;
  }

  #drawing() {
    const drawing = drawingOf(this.lot, this.name);
    const [wall, light, table] = drawing.colours;
    return html`
      <svg viewBox="0 0 400 300" role="img" aria-label=${words().lot.picture(this.name)} preserveAspectRatio="xMidYMid slice">
        <defs>
          <radialGradient id="light" cx="${drawing.light}%" cy="20%" r="90%">
            <stop offset="0" stop-color=${light} />
            <stop offset="1" stop-color=${wall} />
          </radialGradient>
          <linearGradient id="table" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stop-color=${table} stop-opacity=".75" />
            <stop offset="1" stop-color=${table} />
          </linearGradient>
        </defs>
        <rect width="400" height="300" fill="url(#light)" />
        <rect y="222" width="400" height="78" fill="url(#table)" />
        <ellipse cx=${200 + (50 - drawing.light) / 2} cy="246" rx="96" ry="11" fill="#000" opacity=".28" />
        <g transform="translate(200 244) scale(1.12)">${MOTIF[drawing.motif](drawing)}</g>
      </svg>
    `;
  }
}

customElements.define('lot-picture', LotPicture);
