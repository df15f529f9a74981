import { Problem } from './client/http';
import { problemInWords } from './words/problem';

/** One page, and where the next begins; null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

/** What is read page by page. Answers to a question that is no longer asked are dropped. */
export abstract class PageByPage {
  /** Whether a first answer has come. */
  known = false;
  loading = false;
  problem: string | undefined;

  protected readonly changed: () => void;
  #question = 0;

  /** `changed` is told after each change. */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Asks, and takes the answer; from now on, answers to what was asked before are dropped. */
  protected async read<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void): Promise<void> {
    const question = ++this.#question;
    this.loading = true;
    this.problem = undefined;
    this.changed();
    try {
      const answer = await ask();
      if (question !== this.#question) return;
      take(answer);
      this.known = true;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (question === this.#question) this.problem = problemInWords(failed);
    } finally {
      if (question === this.#question) {
        this.loading = false;
        this.changed();
      }
    }
  }

  /** Asks beside what is read: undefined where that failed, which does not matter, and where something else was asked meanwhile. */
  protected async glance<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const question = this.#question;
    const answer = await ask().catch(() => undefined);
    return question === this.#question ? answer : undefined;
  }
}

/** Each item once, the newest of those with the same key where the first stands. */
export function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
