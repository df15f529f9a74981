import { LitElement, css, html } from 'lit';
import { look } from '../look/look';
import { words } from '../words/words';
import { drawingOf } from './drawing';
import { MOTIF } from './motifs';

/** The picture of a lot; as long as there are no photographs, a still life drawn from its id and title. */
class LotPicture extends LitElement {
  static override properties = { lot: {}, name: {} };
  static override styles = [
    look,
    css`
      :host {
        aspect-ratio: 4 / 3;
        overflow: hidden;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
    `,
  ];
  lot!: string;
  /** The lot's title. */
  name!: string;

  override render() {
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
