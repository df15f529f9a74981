import type { Ladder } from '../client/protocol';
import { parseMoney } from '../money';
import { sellingWords } from '../words/selling';
import type { FieldName, Filled } from './filled';
import { partsOf, spanMs } from './spans';

/** A moment as a form or a table has it: of the reader's time zone, or with one of its own. */
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

/** Reads what is filled in, and collects what is wrong; what it answers for a wrong field means nothing. */
export class Reader {
  readonly problems: Record<string, string> = {};
  readonly #filled: Filled;

  constructor(filled: Filled) {
    this.#filled = filled;
  }

  /** Of all amounts; where none is given as it should be, they are read as if they were in euros. */
  get currency(): string {
    const currency = this.text('currency').toUpperCase();
    if (/^[A-Z]{3}$/.test(currency)) return currency;
    this.wrong('currency', sellingWords().wrong.currency);
    return 'EUR';
  }

  text(name: FieldName): string {
    return (this.#filled[name] ?? '').trim();
  }

  has(name: FieldName): boolean {
    return this.text(name) !== '';
  }

  /** Whether there is a number; a unit alone is none. */
  hasSpan(name: FieldName): boolean {
    return partsOf(this.text(name)).count !== '' || (this.has(name) && !partsOf(this.text(name)).known);
  }

  wrong(name: FieldName, problem: string): void {
    this.problems[name] ??= problem;
  }

  /** An amount above zero, in minor units. */
  amount(name: FieldName): number {
    const parsed = parseMoney(this.text(name), this.currency);
    if ('problem' in parsed) this.wrong(name, parsed.problem);
    else if (parsed.amount > 0) return parsed.amount;
    else this.wrong(name, sellingWords().wrong.aboveZero);
    return 1;
  }

  /** A span of time in milliseconds. */
  span(name: FieldName): number {
    const ms = spanMs(this.text(name));
    if (ms !== undefined && ms > 0) return ms;
    this.wrong(name, sellingWords().wrong.span);
    return 1_000;
  }

  /** A moment in milliseconds. */
  moment(name: FieldName, missing: string): number {
    const text = this.text(name);
    const at = isMoment(text) ? Date.parse(text.replace(' ', 'T').replace(/\s/g, '')) : NaN;
    if (!Number.isNaN(at)) return at;
    this.wrong(name, text === '' ? missing : sellingWords().wrong.moment);
    return 0;
  }

  /** `0: 5; 100: 10`: from which price on, which step. */
  ladder(name: FieldName): Ladder {
    const pairs = this.text(name).split(/[;\n]+|\s+(?=[^\s:]+\s*:)/).filter((pair) => pair.trim() !== '');
    const rungs = pairs.map((pair) => pair.split(':').map((amount) => parseMoney(amount, this.currency)));
    const ladder: Array<readonly [number, number]> = [];
    for (const [from, step, ...more] of rungs) {
      if (!from || !step || more.length > 0 || 'problem' in from || 'problem' in step) break;
      ladder.push([from.amount, step.amount]);
    }
    const rises = ladder.every(([from, step], at) => step > 0 && (at === 0 ? from === 0 : from > ladder[at - 1]![0]));
    if (ladder.length === 0 || ladder.length < rungs.length || !rises) this.wrong(name, sellingWords().wrong.ladder);
    return ladder.length > 0 ? ladder : [[0, 1]];
  }
}

/** A browser may take a day that does not exist for one of the next month. */
function isMoment(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = MOMENT.exec(text)?.map(Number) ?? [];
  return day > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
