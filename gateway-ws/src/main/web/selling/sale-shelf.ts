import { PageByPage, unique, type Page } from '../page-by-page';
import type { SaleState } from '../sale';
import type { SellersSale } from './seller-calls';

type Pages = (state: SaleState, limit: number, cursor: string | null) => Promise<Page<SellersSale>>;

const PAGE = 20;
/** The most that are told at once. */
const MOST_AT_ONCE = 100;

/** Sales that are in one of some states, newest hammer first. */
export class SaleShelf extends PageByPage {
  items: readonly SellersSale[] = [];

  readonly #states: readonly SaleState[];
  readonly #page: Pages;
  /** Where each state goes on; null where it is at its end. */
  #cursors = new Map<SaleState, string | null>();

  constructor(states: readonly SaleState[], page: Pages, changed: () => void) {
    super(changed);
    this.#states = states;
    this.#page = page;
  }

  get hasMore(): boolean {
    return [...this.#cursors.values()].some((cursor) => cursor !== null);
  }

  /** Reads from the first on, as far as was read; what is shown stays until it is there. */
  begin(): Promise<void> {
    const count = Math.min(MOST_AT_ONCE, Math.max(PAGE, this.items.length));
    return this.#from(this.#states.map((state) => [state, null] as const), [], count);
  }

  async more(): Promise<void> {
    if (this.loading || !this.hasMore) return;
    await this.#from([...this.#cursors].filter(([, cursor]) => cursor !== null), this.items, PAGE);
  }

  #from(wanted: ReadonlyArray<readonly [SaleState, string | null]>, before: readonly SellersSale[], count: number): Promise<void> {
    return this.read(
      () => Promise.all(wanted.map(async ([state, cursor]) => [state, await this.#page(state, count, cursor)] as const)),
      (pages) => {
        for (const [state, { cursor }] of pages) this.#cursors.set(state, cursor);
        const all = unique([...before, ...pages.flatMap(([, { items }]) => items)], ({ lot }) => lot);
        this.items = [...all].sort((a, b) => b.at.localeCompare(a.at));
      },
    );
  }
}
