import type { Listing } from '../client/api';
import { sellingWords } from '../words/selling';
import { draft } from './draft';
import type { Filled } from './filled';

/** The columns a table may have, in the order of the template. */
export const COLUMNS = [
  'title',
  'description',
  'format',
  'currency',
  'startingPrice',
  'reserve',
  'opensAt',
  'closesAt',
  'closesIn',
  'increments',
  'estimate',
  'buyNow',
  'buyNowUntil',
  'buyNowReaches',
  'window',
  'extension',
  'maxExtension',
  'absenteeBids',
  'retraction',
  'step',
  'tick',
  'floor',
  'linkedAccounts',
] as const;
type Column = (typeof COLUMNS)[number];

export const NEEDED = ['title', 'currency', 'startingPrice'] as const satisfies readonly Column[];
/** The most lots of one import. */
export const MOST_LOTS = 500;
/** The most a table may weigh, in bytes. */
export const MOST_BYTES = 1_048_576;

/** A row that can be listed; rows are counted as a spreadsheet does, the header being the first. */
export interface Line {
  readonly row: number;
  readonly listing: Listing;
}

/** What is wrong in a row, and in which column if it is one. */
export interface LineProblem {
  readonly row: number;
  readonly column?: string;
  readonly problem: string;
}

const ENGLISH_ONLY: readonly Column[] = ['increments', 'estimate', 'buyNow', 'buyNowUntil', 'buyNowReaches', 'window', 'extension', 'maxExtension', 'retraction'];
const FOREIGN: Readonly<Record<string, readonly Column[]>> = {
  english: ['step', 'tick', 'floor'],
  dutch: [...ENGLISH_ONLY, 'reserve', 'absenteeBids'],
  'sealed-first-price': [...ENGLISH_ONLY, 'step', 'tick', 'floor'],
  vickrey: [...ENGLISH_ONLY, 'step', 'tick', 'floor'],
};
const YES = /^(yes|y|true|1|x|ja|j)$/i;
const NO = /^(no|n|false|0|-|nein|)$/i;

/** Reads a table whose first row names its columns; where there are problems, no line counts. */
export function linesOf(table: ReadonlyArray<readonly string[]>, now: number): { readonly lines: readonly Line[]; readonly problems: readonly LineProblem[] } {
  const header = (table[0] ?? []).map((name) => name.trim());
  const wrong = headerProblems(header, table.length - 1);
  if (wrong.length > 0) return { lines: [], problems: wrong };
  const lines: Line[] = [];
  const problems: LineProblem[] = [];
  table.slice(1).forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const found = lineOf(header as Column[], cells, at + 2, now);
    if ('listing' in found) lines.push(found);
    else problems.push(...found);
  });
  return { lines, problems };
}

function headerProblems(header: readonly string[], rows: number): readonly LineProblem[] {
  const text = sellingWords().csv;
  const unknown = header.filter((name) => !(COLUMNS as readonly string[]).includes(name));
  const twice = header.filter((name, at) => header.indexOf(name) !== at);
  const missing = NEEDED.filter((name) => !header.includes(name));
  const end = header.includes('closesAt') || header.includes('closesIn') ? [] : ['closesAt'];
  const problems = [
    ...[...missing, ...end].map((name) => text.missingColumn(name)),
    ...unknown.map((name) => text.unknownColumn(name)),
    ...twice.map((name) => text.columnTwice(name)),
    ...(rows < 1 ? [text.noRows] : rows > MOST_LOTS ? [text.tooManyRows(rows, MOST_LOTS)] : []),
  ];
  return problems.map((problem) => ({ row: 1, problem }));
}

function lineOf(header: readonly Column[], cells: readonly string[], row: number, now: number): Line | readonly LineProblem[] {
  const text = sellingWords().csv;
  if (cells.length > header.length) return [{ row, problem: text.tooManyCells(cells.length, header.length) }];
  const given = Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()]));
  const drafted = draft(filledOf(given), now);
  const problems = { ...('problems' in drafted ? columnsOf(drafted.problems, given) : {}), ...tableProblems(given) };
  if ('listing' in drafted && Object.keys(problems).length === 0) return { row, listing: drafted.listing };
  return Object.entries(problems).map(([column, problem]) => ({ row, column, problem }));
}

/** The row as the form would be filled in. */
function filledOf(given: Filled): Filled {
  const { format = '', increments = '', opensAt = '', closesAt = '', window = '', extension = '' } = given;
  const own = increments.includes(':');
  const fixed = increments !== '' && increments !== 'ebay-us' && !own;
  return {
    ...given,
    opens: opensAt === '' ? 'now' : 'at',
    closes: closesAt === '' ? 'in' : 'at',
    softClose: window === '' && extension === '' ? '' : 'yes',
    absenteeBids: YES.test(given['absenteeBids'] ?? '') ? 'yes' : '',
    retraction: YES.test(given['retraction'] ?? '') ? 'yes' : '',
    ...(own ? { increments: 'own', ladder: increments } : {}),
    ...(fixed && format !== 'dutch' ? { increments: 'fixed', step: increments } : {}),
  };
}

/** What only a table can have wrong. */
function tableProblems(given: Filled): Record<string, string> {
  const text = sellingWords().csv;
  const problems: Record<string, string> = {};
  const { closesAt = '', closesIn = '', format = '' } = given;
  if (closesAt !== '' && closesIn !== '') problems['closesIn'] = text.twoEnds;
  if (closesAt === '' && closesIn === '') problems['closesAt'] = sellingWords().wrong.chooseEnd;
  for (const flag of ['absenteeBids', 'retraction']) if (!YES.test(given[flag] ?? '') && !NO.test(given[flag] ?? '')) problems[flag] = text.yesOrNo;
  for (const name of FOREIGN[format || 'english'] ?? []) if ((given[name] ?? '') !== '' && !NO.test(given[name] ?? '')) problems[name] = text.foreign(format || 'english');
  return problems;
}

/** The form's fields by the columns they come from. */
function columnsOf(problems: Filled, given: Filled): Record<string, string> {
  const dutch = given['format'] === 'dutch';
  const bare = given['closesAt'] === undefined || given['closesAt'] === '';
  const unended = bare && (given['closesIn'] ?? '') === '';
  const columns = Object.entries(problems)
    .filter(([name]) => !(name === 'closesIn' && unended))
    .map(([name, problem]) => [name === 'ladder' || (name === 'step' && !dutch) ? 'increments' : name, problem]);
  return Object.fromEntries(columns);
}
