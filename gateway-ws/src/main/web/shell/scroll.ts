const MOST_KEPT = 100;
/** How long a page may take to become as long as it was. */
const PATIENCE_MS = 3_000;

/**
 * Where each page was scrolled to, by its place in the history: going back shows it there again, a new page begins at its top. Reloading
 * is the browser's own.
 */
export class Scroll {
  readonly #kept = new Map<number, number>();
  #here: number;
  #stopWaiting = (): void => {};

  constructor() {
    history.scrollRestoration = 'manual';
    this.#here = placeInHistory() ?? place();
    window.addEventListener('pagehide', () => (history.scrollRestoration = 'auto'));
    window.addEventListener('pageshow', () => (history.scrollRestoration = 'manual'));
  }

  /** Another place is shown from now on; to be called before it is drawn. Answers whether one has been there before. */
  leave(): boolean {
    this.#stopWaiting();
    this.#kept.delete(this.#here);
    this.#kept.set(this.#here, window.scrollY);
    if (this.#kept.size > MOST_KEPT) this.#kept.delete([...this.#kept.keys()][0]!);
    const before = placeInHistory();
    this.#here = before ?? place();
    return before !== undefined && this.#kept.has(before);
  }

  /** Scrolls to where this place was, as soon as it is long enough, unless the reader scrolls himself; else to its top. To be called when it is drawn. */
  arrive(): void {
    const wanted = this.#kept.get(this.#here) ?? 0;
    window.scrollTo(0, wanted);
    if (window.scrollY >= wanted - 1) return;
    const page = new ResizeObserver(() => {
      window.scrollTo(0, wanted);
      if (window.scrollY >= wanted - 1) this.#stopWaiting();
    });
    const stop = new AbortController();
    const timer = window.setTimeout(() => this.#stopWaiting(), PATIENCE_MS);
    this.#stopWaiting = () => {
      page.disconnect();
      stop.abort();
      window.clearTimeout(timer);
    };
    for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown']) window.addEventListener(own, () => this.#stopWaiting(), { signal: stop.signal, passive: true });
    page.observe(document.body);
  }
}

let last = 0;

/** The number of the place in the history that is shown; undefined where it is new. */
function placeInHistory(): number | undefined {
  const state = history.state as { readonly place?: number } | null;
  return state?.place;
}

/** Gives the place that is shown a number, of all numbers in this window the next one. */
function place(): number {
  last = Math.max(last, history.length, Date.now()) + 1;
  history.replaceState({ ...(history.state as object | null), place: last }, '');
  return last;
}
