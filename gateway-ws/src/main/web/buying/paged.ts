import { Problem } from '../client/http';
import { problemInWords } from '../words/problem';
import type { Page } from './own';

/** A list that is read page by page. What is shown stays; answers to a question that is no longer asked are dropped. */
export class Paged<T> {
  items: readonly T[] = [];
  /** Whether a first answer has come. */
  known = false;
  loading = false;
  problem: string | undefined;

  /** What an item is known by, in each state it is told in. */
  readonly keyOf: (item: T) => string;
  readonly #changed: () => void;
  #ask: ((cursor?: string) => Promise<Page<T>>) | undefined;
  #cursor: string | null = null;
  #question = 0;

  /** `changed` is told after each change. */
  constructor(keyOf: (item: T) => string, changed: () => void) {
    this.keyOf = keyOf;
    this.#changed = changed;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** Shows the first page of what `ask` answers. */
  async begin(ask: (cursor?: string) => Promise<Page<T>>): Promise<void> {
    this.#ask = ask;
    this.items = [];
    this.known = false;
    this.#cursor = null;
    await this.#read(undefined, (page) => (this.items = page.items));
  }

  /** Reads on, unless that is being done or there is no more. */
  async more(): Promise<void> {
    if (this.loading || this.#cursor === null) return;
    await this.#read(this.#cursor, (page) => (this.items = this.#unique([...this.items, ...page.items])));
  }

  /** Reads what failed again. */
  again(): Promise<void> {
    return this.known ? this.more() : this.#read(undefined, (page) => (this.items = page.items));
  }

  /** Reads the first page again: what is new comes first, what is known is replaced where it stands. Failing does not matter. */
  async refresh(): Promise<void> {
    const question = this.#question;
    const page = await this.#ask?.().catch(() => undefined);
    if (!page || question !== this.#question || !this.known) return;
    const fresh = new Map(page.items.map((item) => [this.keyOf(item), item]));
    const known = new Set(this.items.map(this.keyOf));
    this.items = [...page.items.filter((item) => !known.has(this.keyOf(item))), ...this.items.map((item) => fresh.get(this.keyOf(item)) ?? item)];
    this.#changed();
  }

  async #read(cursor: string | undefined, take: (page: Page<T>) => void): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    this.problem = undefined;
    this.#changed();
    try {
      const page = await this.#ask?.(cursor);
      if (!page || question !== this.#question) return;
      take(page);
      this.known = true;
      this.#cursor = page.cursor;
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

  #unique(items: readonly T[]): readonly T[] {
    return [...new Map(items.map((item) => [this.keyOf(item), item])).values()];
  }
}
