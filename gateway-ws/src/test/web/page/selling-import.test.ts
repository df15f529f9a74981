import { Problem } from '../../../main/web/client/http';
import type { Lot } from '../../../main/web/client/protocol';
import { COLUMNS, linesOf, MOST_LOTS } from '../../../main/web/selling/csv-lines';
import { checkAll, ImportRun, keyed, type ImportCalls } from '../../../main/web/selling/import-run';
import { KeptImport } from '../../../main/web/selling/kept-import';
import { holds, same } from '../expect';
import { aLot } from './a-lot';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const HEADER = ['title', 'currency', 'startingPrice', 'closesIn', 'increments', 'retraction', 'format', 'floor', 'step', 'tick'];
const GOOD = ['Lamp', 'EUR', '10', '1 h'];

const read = (...rows: string[][]) => linesOf([HEADER, ...rows], NOW);
const places = (...rows: string[][]) => read(...rows).problems.map(({ row, column }) => `${row} ${column ?? ''}`.trim());

/** A server that answers as it is told, or lists. */
function server(answers: Array<Problem | 'undecided'> = []) {
  const lots = new Map<string, Lot>();
  const waits: number[] = [];
  const calls: ImportCalls = {
    check: async () => {
      const next = answers.shift();
      if (next instanceof Problem) throw next;
    },
    list: async (listing, key) => {
      const next = answers.shift();
      if (next instanceof Problem) throw next;
      const lot = lots.get(key) ?? { ...aLot(`lot-${lots.size + 1}`), title: listing.title, listedAt: new Date(NOW).toISOString() };
      lots.set(key, lot);
      return next === 'undecided' ? undefined : lot;
    },
    wait: async (ms) => void waits.push(ms),
  };
  return { calls, lots, waits };
}
const busy = new Problem(429, 'busy', [], 1_234);
const silent = new Problem(0, 'no answer');

Deno.test('a table is read row by row as the form is', () => {
  const { lines, problems } = read([...GOOD, '5', 'yes'], ['Tulips', 'EUR', '50', '1 h', '', '', 'dutch', '10', '1', '1 min'], [...GOOD, '0: 5; 100: 10'], ['', '', '']);
  same(problems, []);
  same(lines.map(({ row }) => row), [2, 3, 4]);
  same([lines[0]!.listing.increments, lines[0]!.listing.retraction], [[[0, 500]], true]);
  same([lines[1]!.listing.step, lines[1]!.listing.tick, lines[1]!.listing.floor], [100, 'PT1M', 1_000]);
});

Deno.test('each wrong cell is named by row and column, and then no row counts as good alone', () => {
  same(places(['', 'EUR', 'ten', '1 h'], GOOD, ['Lamp', 'EUR', '10', '']), ['2 title', '2 startingPrice', '4 closesAt']);
  same(places([...GOOD, 'often', 'perhaps']), ['2 increments', '2 retraction']);
  same(places([...GOOD, '', '', '', '10'], [...GOOD, '', '', 'barter']), ['2 floor', '3 format']);
  same(read([...GOOD, '', '', '', '', '', '', 'too', 'many']).problems[0]!.problem, '12 cells, but only 10 columns: is a text with commas not in quotes?');
});

Deno.test('the first row must name known columns, once each, with those that are needed', () => {
  const said = (...header: string[]) => linesOf([header, ['x']], NOW).problems.map(({ problem }) => problem);
  same(said('title', 'price', 'title'), [
    'The column currency is missing from the first row.',
    'The column startingPrice is missing from the first row.',
    'The column closesAt is missing from the first row.',
    'There is no column “price”: see the template for those there are.',
    'The column title is there twice.',
  ]);
  same(said(...COLUMNS), linesOf([[...COLUMNS], ['x']], NOW).problems.map(({ problem }) => problem));
  same(read(...Array.from({ length: MOST_LOTS + 1 }, () => GOOD)).problems[0]!.problem, '501 rows are too many: 500 at a time.');
  same(read().problems[0]!.problem, 'There is no row below the first.');
});

Deno.test('the server’s findings are told by row; a server that is busy is asked again', async () => {
  const wrong = new Problem(400, '1 of the fields are wrong', [{ field: 'buyNow', message: 'too low' }]);
  const { calls, waits } = server([wrong, busy, silent]);
  const counts: number[] = [];
  const { lines } = read(GOOD, GOOD, GOOD);
  same(await checkAll(lines, calls, (count) => counts.push(count)), [{ row: 2, column: 'buyNow', problem: 'too low' }]);
  same([counts, waits], [[1, 2, 3], [1_234, 500]]);
});

Deno.test('keys follow from what is listed, and equal rows have keys of their own', () => {
  const { lines } = read(GOOD, GOOD, ['Vase', ...GOOD.slice(1)]);
  const keys = keyed('greta', lines).map(({ key }) => key);
  same(keyed('greta', lines).map(({ key }) => key), keys);
  same(new Set([...keys, ...keyed('sam', lines).map(({ key }) => key)]).size, 6);
  holds('they are UUIDs', keys.every((key) => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/.test(key)));
});

Deno.test('going on after a break lists nothing twice, and what is refused stops nobody', async () => {
  const refused = new Problem(400, 'closesAt: over');
  const silence = Array.from({ length: 8 }, () => silent);
  const { calls, lots, waits } = server(['undecided', refused, ...silence]);
  const lines = keyed('greta', read(GOOD, ['Vase', ...GOOD.slice(1)], ['Clock', ...GOOD.slice(1)]).lines);
  const first = new ImportRun(lines, { ...calls, list: calls.list }, () => NOW, () => {});
  await first.goOn();
  // The first was undecided, and refused when it was asked for again; then nobody answered.
  same([first.fates.map(({ kind }) => kind), first.stopped, first.done], [['refused', 'waiting', 'waiting'], 'The server did not answer. Please try again.', 1]);
  same(waits, [500, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  await first.goOn();
  same(first.fates.map(({ kind }) => kind), ['refused', 'listed', 'listed']);

  const again = new ImportRun(lines, calls, () => NOW + 120_000, () => {});
  await again.goOn();
  same(again.fates.map((fate) => fate.kind === 'listed' && fate.before), [true, true, true]);
  same(lots.size, 3);
});

Deno.test('an import that was broken off is there again, if there was room for it', () => {
  const kept = new Map<string, string>();
  const device = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  const lines = keyed('greta', read(GOOD).lines);
  const one = new KeptImport('greta', () => device);
  same([one.lines(), one.keep(lines)], [[], true]);
  same(new KeptImport('greta', () => device).lines(), lines);
  same(new KeptImport('sam', () => device).lines(), []);
  one.forget();
  same(one.lines(), []);
  const full = () => {
    throw new Error('full');
  };
  same(new KeptImport('greta', full).keep(lines), false);
});
