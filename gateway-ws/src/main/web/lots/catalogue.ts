import type { LotPage, LotsWanted } from '../client/api';
import { Problem } from '../client/http';
import type { Lot } from '../client/protocol';
import { problemInWords } from '../words/problem';

/** Where the lots come from. */
export type Pages = (wanted: LotsWanted) => Promise<LotPage>;

export const PAGE = 24;
/** The most that are told at once. */
const MOST_AT_ONCE = 200;

/**
 * The lots of a list, read page by page. What is shown keeps its place: newcomers are only counted, until somebody begins anew.
 * Answers to a question that is no longer asked are dropped.
 */
export class Catalogue {
  lots: readonly Lot[] = [];
  /** Whether a first answer has come. */
  known = false;
  loading = false;
  problem: string | undefined;
  newcomers = 0;

  readonly #pages: Pages;
  readonly #changed: () => void;
  #wanted: LotsWanted = {};
  #cursor: string | null = null;
  #question = 0;
  #begun = false;

  /** `changed` is told after each change. */
  constructor(pages: Pages, changed: () => void) {
    this.#pages = pages;
    this.#changed = changed;
  }

  /** Whether there are more to read. */
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
    this.#question++;
    this.#begun = false;
    this.newcomers = 0;
    await this.#read(async () => {
      const [paused, page] = await Promise.all([wanted.status === 'open' ? this.#paused() : [], this.#pages({ ...this.#wanted, limit: count })]);
      return () => {
        this.known = true;
        this.#begun = true;
        this.lots = unique([...paused, ...page.items]);
        this.#cursor = page.cursor;
      };
    });
  }

  /** Reads on, unless that is being done or there is no more. */
  async more(): Promise<void> {
    const cursor = this.#cursor;
    if (this.loading || cursor === null) return;
    await this.#read(async () => {
      const page = await this.#pages({ ...this.#wanted, cursor });
      return () => {
        this.lots = unique([...this.lots, ...page.items]);
        this.#cursor = page.cursor;
      };
    });
  }

  /** Asks again what failed: a first page that was not had is not read on behind another one. */
  async again(): Promise<void> {
    await (this.#begun ? this.more() : this.begin(this.#wanted));
  }

  /** Counts the lots that a first page would have now and this list has not; failing does not matter. */
  async lookForNewcomers(): Promise<void> {
    const question = this.#question;
    if (this.loading || !this.known) return;
    const page = await this.#pages(this.#wanted).catch(() => undefined);
    if (question !== this.#question || !page) return;
    const shown = new Set(this.lots.map(({ id }) => id));
    const newcomers = this.hasMore && !sortedByTime(this.#wanted) ? 0 : page.items.filter(({ id }) => !shown.has(id)).length;
    if (newcomers === this.newcomers) return;
    this.newcomers = newcomers;
    this.#changed();
  }

  async #paused(): Promise<readonly Lot[]> {
    return (await this.#pages({ ...this.#wanted, status: 'paused' })).items;
  }

  async #read(ask: () => Promise<() => void>): Promise<void> {
    const question = this.#question;
    this.loading = true;
    this.problem = undefined;
    this.#changed();
    try {
      const take = await ask();
      if (question === this.#question) take();
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

/** Whether lots keep their places while others are bid on. */
function sortedByTime({ sort = 'closing' }: LotsWanted): boolean {
  return sort === 'closing' || sort === '-closing' || sort === 'newest';
}

function unique(lots: readonly Lot[]): readonly Lot[] {
  return [...new Map(lots.map((lot) => [lot.id, lot])).values()];
}
