import { PageByPage, unique, type Page } from '../page-by-page';

/** A list of one's own. What is shown stays. */
export class Paged<T> extends PageByPage {
  items: readonly T[] = [];
  /** What an item is known by, in each state it is told in. */
  readonly keyOf: (item: T) => string;
  #ask: (cursor?: string) => Promise<Page<T>> = async () => ({ items: [], cursor: null });
  #cursor: string | null = null;

  /** `changed` is told after each change. */
  constructor(keyOf: (item: T) => string, changed: () => void) {
    super(changed);
    this.keyOf = keyOf;
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
    await this.#first();
  }

  /** Reads on, unless that is being done or there is no more. */
  async more(): Promise<void> {
    if (this.loading || this.#cursor === null) return;
    const cursor = this.#cursor;
    await this.read(
      () => this.#ask(cursor),
      (page) => this.#take(unique([...this.items, ...page.items], this.keyOf), page),
    );
  }

  /** Reads what failed again. */
  again(): Promise<void> {
    return this.known ? this.more() : this.#first();
  }

  /** Reads the first page again: what is new comes first, what is known is replaced where it stands. Failing does not matter. */
  async refresh(): Promise<void> {
    const page = await this.glance(() => this.#ask());
    if (!page || !this.known) return;
    const fresh = new Map(page.items.map((item) => [this.keyOf(item), item]));
    const known = new Set(this.items.map(this.keyOf));
    this.items = [...page.items.filter((item) => !known.has(this.keyOf(item))), ...this.items.map((item) => fresh.get(this.keyOf(item)) ?? item)];
    this.changed();
  }

  #first(): Promise<void> {
    return this.read(
      () => this.#ask(),
      (page) => this.#take(page.items, page),
    );
  }

  #take(items: readonly T[], { cursor }: Page<T>): void {
    this.items = items;
    this.#cursor = cursor;
  }
}
