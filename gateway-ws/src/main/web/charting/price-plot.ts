import { LitElement, css, html, type PropertyValues } from 'lit';
import uPlot from 'uplot';
import { look } from '../look/look';
import { digitsOf, money } from '../money';
import { dateTime } from '../times';
import { locale } from '../words/language';
import type { Points } from './points';
import { plotLook } from './plot-look';

const HEIGHT = 200;
/** Whole minor units only, so that no label is a fraction of one. */
const STEPS = Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((first) => first * 10 ** power)).flat();
const MINUTE = 60;
const DAY = 86_400;

/** The price over time on a canvas, drawn by uPlot in the colours of the tokens. What it shows is also in words around it. */
class PricePlot extends LitElement {
  static override properties = { points: { attribute: false }, currency: {}, label: {}, pointed: { state: true } };
  static override styles = [
    look,
    plotLook,
    css`
      .plot {
        height: ${HEIGHT}px;
        overflow: hidden;
      }
      .pointed {
        min-height: 1.5em;
      }
    `,
  ];
  points!: Points;
  currency!: string;
  /** All of it in a sentence. */
  label = '';
  pointed: string | undefined;
  #plot: uPlot | undefined;
  readonly #resized = new ResizeObserver(([seen]) => seen && this.#plot?.setSize({ width: Math.floor(seen.contentRect.width), height: HEIGHT }));
  readonly #scheme = matchMedia('(prefers-color-scheme: dark)');
  readonly #theme = new MutationObserver(() => this.#drawAnew());
  readonly #drawAnew = (): void => {
    this.#plot?.destroy();
    this.#plot = this.#drawn();
  };

  override render() {
    return html`
      <div class="plot" role="img" aria-label=${this.label} data-testid="price-plot"></div>
      <p class="small muted pointed" aria-hidden="true">${this.pointed}</p>
      <i class="ink accent"></i><i class="ink muted"></i><i class="ink line"></i><i class="ink soft"></i>
    `;
  }

  override firstUpdated(): void {
    this.#plot = this.#drawn();
    this.#resized.observe(this.#place);
    this.#theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
    this.#scheme.addEventListener('change', this.#drawAnew);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('points')) this.#plot?.setData(dataOf(this.points));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#theme.disconnect();
    this.#scheme.removeEventListener('change', this.#drawAnew);
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  get #place(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.plot')!;
  }

  #drawn(): uPlot {
    const [accent, muted, line, soft] = ['accent', 'muted', 'line', 'soft'].map((name) => this.#colour(name)) as [string, string, string, string];
    const axis = { stroke: muted, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 }, font: `12px ${getComputedStyle(this).fontFamily}` };
    const stepped = uPlot.paths.stepped?.({ align: 1 });
    return new uPlot(
      {
        width: Math.floor(this.#place.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
        scales: { y: { range: { min: { pad: 0.1, hard: 0 }, max: { pad: 0.1 } } } },
        axes: [
          { ...axis, values: (_, splits, __, ___, step) => splits.map((time) => timeOn(time, step)) },
          { ...axis, incrs: STEPS, size: (_, values) => 16 + 7.5 * Math.max(0, ...(values ?? []).map((value) => value.length)), values: (_, splits) => splits.map((price) => moneyOn(price, this.currency)) },
        ],
        series: [{}, { stroke: accent, width: 2, fill: soft, ...(stepped ? { paths: stepped } : {}), points: { show: false } }],
        hooks: { setCursor: [(plot) => this.#point(plot.cursor.idx)] },
      },
      dataOf(this.points),
      this.#place,
    );
  }

  #point(at: number | null | undefined): void {
    const [time, price] = [this.points.times[at ?? -1], this.points.prices[at ?? -1]];
    this.pointed = time === undefined || price === undefined ? undefined : `${money(price, this.currency)} · ${dateTime(new Date(time * 1000).toISOString())}`;
  }

  /** A canvas knows no tokens: an element that has one as its colour tells what it is here and now. */
  #colour(name: string): string {
    return getComputedStyle(this.renderRoot.querySelector(`.${name}`)!).color;
  }
}

function dataOf({ times, prices }: Points): uPlot.AlignedData {
  return [[...times], [...prices]];
}

/** A time on the axis, as precise as its steps. */
function timeOn(seconds: number, step: number): string {
  const precise: Intl.DateTimeFormatOptions = step >= DAY ? { day: 'numeric', month: 'short' } : step >= MINUTE ? { timeStyle: 'short' } : { timeStyle: 'medium' };
  return new Intl.DateTimeFormat(locale(), precise).format(seconds * 1000);
}

/** An amount on the axis, without decimals that are all zeros; a label only, nothing is reckoned with it. */
function moneyOn(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const whole = minor % 10 ** digits === 0;
  return whole
    ? new Intl.NumberFormat(locale(), { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(minor / 10 ** digits)
    : money(minor, currency);
}

customElements.define('price-plot', PricePlot);
