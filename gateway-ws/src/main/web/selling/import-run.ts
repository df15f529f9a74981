import type { Listing } from '../client/api';
import { Problem } from '../client/http';
import type { Lot } from '../client/protocol';
import { sha256 } from '../client/sha256';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import type { Line, LineProblem } from './csv-lines';
import { problemsOf } from './problems';

/** What an import asks of the server, and how it waits. */
export interface ImportCalls {
  readonly check: (listing: Listing) => Promise<void>;
  readonly list: (listing: Listing, key: string) => Promise<Lot | undefined>;
  readonly wait: (ms: number) => Promise<void>;
}

/** What became of a row so far. */
export type Fate =
  | { readonly kind: 'waiting' | 'working' }
  | { readonly kind: 'listed'; readonly lot: string; readonly before: boolean }
  | { readonly kind: 'refused'; readonly why: string };

const CHECKED_AT_ONCE = 4;
const TRIES = 8;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** A lot that was listed longer ago than this was not listed by this try. */
const FRESH_MS = 60_000;

/** Has the server look at all lines, a few at once; rejects with a {@link Problem} where it does not answer. Nothing is written. */
export async function checkAll(lines: readonly Line[], calls: ImportCalls, checked: (count: number) => void): Promise<readonly LineProblem[]> {
  const problems: LineProblem[] = [];
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let line = lines[next++]; line; line = lines[next++]) {
      const { listing, row } = line;
      await patiently(calls, () => calls.check(listing)).catch((failed: unknown) => {
        if (!(failed instanceof Problem) || failed.status !== 400) throw failed;
        const named = Object.entries(problemsOf(failed, listing.currency));
        problems.push(...(named.length > 0 ? named.map(([column, problem]) => ({ row, column, problem })) : [{ row, problem: failed.message }]));
      });
      checked(++done);
    }
  };
  await Promise.all(Array.from({ length: CHECKED_AT_ONCE }, worker));
  return problems.sort((a, b) => a.row - b.row);
}

/** One line, and the key under which it is listed once, whoever asks how often. */
export interface KeyedLine extends Line {
  readonly key: string;
}

/** The keys follow from the account and what is listed; of equal lines, from which one it is. */
export function keyed(account: string, lines: readonly Line[]): readonly KeyedLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const content = JSON.stringify(line.listing);
    const nth = (seen.get(content) ?? 0) + 1;
    seen.set(content, nth);
    const hex = sha256(`${account}\n${nth}\n${content}`);
    return { ...line, key: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` };
  });
}

/** Lists lines one after the other; going on after a break lists nothing twice. */
export class ImportRun {
  readonly lines: readonly KeyedLine[];
  readonly fates: Fate[];
  /** Why it stands still, although there is more to list. */
  stopped: string | undefined;
  running = false;
  readonly #calls: ImportCalls;
  readonly #changed: () => void;
  readonly #now: () => number;

  constructor(lines: readonly KeyedLine[], calls: ImportCalls, now: () => number, changed: () => void) {
    this.lines = lines;
    this.fates = lines.map(() => ({ kind: 'waiting' }));
    this.#calls = calls;
    this.#now = now;
    this.#changed = changed;
  }

  /** How many have a final answer. */
  get done(): number {
    return this.fates.filter(({ kind }) => kind === 'listed' || kind === 'refused').length;
  }

  async goOn(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stopped = undefined;
    try {
      for (const [at, line] of this.lines.entries()) {
        if (this.fates[at]!.kind === 'waiting') await this.#list(at, line);
      }
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.stopped = problemInWords(failed);
    } finally {
      this.running = false;
      this.#changed();
    }
  }

  async #list(at: number, { listing, key }: KeyedLine): Promise<void> {
    this.#is(at, { kind: 'working' });
    try {
      const lot = await patiently(this.#calls, async () => {
        const listed = await this.#calls.list(listing, key);
        if (!listed) throw new Problem(202, sellingWords().imports.undecided);
        return listed;
      });
      const before = lot.listedAt !== undefined && Date.parse(lot.listedAt) < this.#now() - FRESH_MS;
      this.#is(at, { kind: 'listed', lot: lot.id, before });
    } catch (failed) {
      const final = failed instanceof Problem && (failed.status === 400 || failed.status === 409);
      this.#is(at, final ? { kind: 'refused', why: told(failed, listing.currency) } : { kind: 'waiting' });
      if (!final) throw failed;
    }
  }

  #is(at: number, fate: Fate): void {
    this.fates[at] = fate;
    this.#changed();
  }
}

function told(problem: Problem, currency: string): string {
  const named = Object.entries(problemsOf(problem, currency)).map(([field, message]) => `${field}: ${message}`);
  return named.length > 0 ? named.join('; ') : problem.message;
}

/** Asks again where the server did not answer, is busy or has not decided, with growing waits, eight times in all. */
async function patiently<Answer>(calls: ImportCalls, ask: () => Promise<Answer>): Promise<Answer> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (failed) {
      if (!(failed instanceof Problem) || ![0, 202, 429, 503].includes(failed.status) || tried === TRIES) throw failed;
      await calls.wait(Math.min(LONGEST_WAIT_MS, failed.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tried - 1)));
    }
  }
}
