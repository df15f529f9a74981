import { Problem } from '../client/http';
import { problemInWords } from '../words/problem';
import type { SalePage, SaleState, SellersSale } from './seller-calls';

const PAGE = 20;
/** The most that are told at once. */
const MOST_AT_ONCE = 100;

/** Sales that are in one of some states, read page by page, newest hammer first. */
export class SaleShelf {
  items: readonly SellersSale[] = [];
  known = false;
  loading = false;
  problem: string | undefined;

  readonly #states: readonly SaleState[];
  readonly #page: (state: SaleState, limit: number, cursor: string | null) => Promise<SalePage>;
  readonly #changed: () => void;
  /** Where each state goes on; null where it is at its end. */
  #cursors = new Map<SaleState, string | null>();
  #question = 0;

  constructor(states: readonly SaleState[], page: (state: SaleState, limit: number, cursor: string | null) => Promise<SalePage>, changed: () => void) {
    this.#states = states;
    this.#page = page;
    this.#changed = changed;
  }

  get hasMore(): boolean {
    return [...this.#cursors.values()].some((cursor) => cursor !== null);
  }

  /** Reads from the first on, as far as was read; what is shown stays until it is there. */
  begin(): Promise<void> {
    const count = Math.min(MOST_AT_ONCE, Math.max(PAGE, this.items.length));
    return this.#read(this.#states.map((state) => [state, null] as const), [], count);
  }

  async more(): Promise<void> {
    if (this.loading || !this.hasMore) return;
    await this.#read([...this.#cursors].filter(([, cursor]) => cursor !== null), this.items, PAGE);
  }

  async #read(wanted: ReadonlyArray<readonly [SaleState, string | null]>, before: readonly SellersSale[], count: number): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    this.problem = undefined;
    this.#changed();
    try {
      const pages = await Promise.all(wanted.map(async ([state, cursor]) => [state, await this.#page(state, count, cursor)] as const));
      if (question !== this.#question) return;
      for (const [state, { cursor }] of pages) this.#cursors.set(state, cursor);
      const all = new Map([...before, ...pages.flatMap(([, { items }]) => items)].map((sale) => [sale.lot, sale]));
      this.items = [...all.values()].sort((a, b) => b.at.localeCompare(a.at));
      this.known = true;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (question === this.#question) this.problem = problemInWords(failed);
    } finally {
      if (question === this.#question) {
        this.loading = false;
        this.#changed();
      }
    }
  }
}
