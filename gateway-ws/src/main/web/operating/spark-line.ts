import { LitElement, css, html, svg } from 'lit';
import { look } from '../look/look';

const WIDTH = 120;
const HEIGHT = 32;

/** The points of a line through the values, oldest first, from the left edge to the right; gaps are left out. */
export function points(values: ReadonlyArray<number | undefined>): string {
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const step = WIDTH / Math.max(1, values.length - 1);
  return values
    .flatMap((value, at) => (value === undefined ? [] : [`${(at * step).toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 3)).toFixed(1)}`]))
    .join(' ');
}

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
