import type { LotPage, LotsWanted } from '../client/api';
import type { Lot } from '../client/protocol';
import { PageByPage, unique } from '../page-by-page';

/** Where the lots come from. */
export type Pages = (wanted: LotsWanted) => Promise<LotPage>;

export const PAGE = 24;
/** The most that are told at once. */
const MOST_AT_ONCE = 200;

/** The lots of a list. What is shown keeps its place: newcomers are only counted, until somebody begins anew. */
export class Catalogue extends PageByPage {
  lots: readonly Lot[] = [];
  newcomers = 0;

  readonly #pages: Pages;
  #wanted: LotsWanted = {};
  #cursor: string | null = null;
  #begun = false;

  /** `changed` is told after each change. */
  constructor(pages: Pages, changed: () => void) {
    super(changed);
    this.#pages = pages;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** Shows the first page of what is wanted; open lots have the paused ones before them. */
  begin(wanted: LotsWanted): Promise<void> {
    return this.#first(wanted, PAGE);
  }

  /** Reads anew what is shown, as far as it was read on: the reader keeps his place. */
  renew(wanted: LotsWanted): Promise<void> {
    return this.#first(wanted, Math.min(MOST_AT_ONCE, Math.max(PAGE, this.lots.length)));
  }

  async #first(wanted: LotsWanted, count: number): Promise<void> {
    this.#wanted = { ...wanted, limit: PAGE };
    this.#begun = false;
    this.newcomers = 0;
    await this.read(
      () => Promise.all([wanted.status === 'open' ? this.#paused() : [], this.#pages({ ...this.#wanted, limit: count })]),
      ([paused, page]) => {
        this.#begun = true;
        this.#take(paused, page);
      },
    );
  }

  /** Reads on, unless that is being done or there is no more. */
  async more(): Promise<void> {
    const cursor = this.#cursor;
    if (this.loading || cursor === null) return;
    await this.read(
      () => this.#pages({ ...this.#wanted, cursor }),
      (page) => this.#take(this.lots, page),
    );
  }

  /** Asks again what failed: a first page that was not had is not read on behind another one. */
  async again(): Promise<void> {
    await (this.#begun ? this.more() : this.begin(this.#wanted));
  }

  /** Counts the lots that a first page would have now and this list has not; failing does not matter. Where nothing is shown, nothing can lose its place. */
  async lookForNewcomers(): Promise<void> {
    if (this.loading || !this.known) return;
    const page = await this.glance(() => this.#pages(this.#wanted));
    if (!page) return;
    const shown = new Set(this.lots.map(({ id }) => id));
    const newcomers = this.hasMore && !sortedByTime(this.#wanted) ? 0 : page.items.filter(({ id }) => !shown.has(id)).length;
    if (newcomers > 0 && this.lots.length === 0) return this.begin(this.#wanted);
    if (newcomers === this.newcomers) return;
    this.newcomers = newcomers;
    this.changed();
  }

  async #paused(): Promise<readonly Lot[]> {
    return (await this.#pages({ ...this.#wanted, status: 'paused' })).items;
  }

  #take(before: readonly Lot[], { items, cursor }: LotPage): void {
    this.lots = unique([...before, ...items], ({ id }) => id);
    this.#cursor = cursor;
  }
}

/** Whether lots keep their places while others are bid on. */
function sortedByTime({ sort = 'closing' }: LotsWanted): boolean {
  return sort === 'closing' || sort === '-closing' || sort === 'newest';
}
