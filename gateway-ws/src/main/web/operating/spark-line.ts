import { LitElement, css, html, svg } from 'lit';
import { look } from '../look/look';
import { HEIGHT, WIDTH, points } from './points';

/** How a figure went lately. What it says is said by the number beside it. */
class SparkLine extends LitElement {
  static override properties = { values: { attribute: false } };
  static override styles = [
    look,
    css`
      svg {
        display: block;
        width: 100%;
        height: 2rem;
        overflow: visible;
      }
      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
        stroke-linejoin: round;
      }
      line {
        stroke: var(--line);
        vector-effect: non-scaling-stroke;
      }
    `,
  ];
  values: ReadonlyArray<number | undefined> = [];

  override render() {
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<line x1="0" y1="${HEIGHT - 1}" x2="${WIDTH}" y2="${HEIGHT - 1}" /><polyline points=${points(this.values)} />`}
    </svg>`;
  }
}

customElements.define('spark-line', SparkLine);
