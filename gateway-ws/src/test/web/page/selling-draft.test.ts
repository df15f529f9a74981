import { Problem } from '../../../main/web/client/http';
import { draft } from '../../../main/web/selling/draft';
import { Drafts, MOST_DRAFTS } from '../../../main/web/selling/drafts';
import { filledFrom } from '../../../main/web/selling/filled-from';
import { emptyForm, presetOf, PRESETS, withPreset } from '../../../main/web/selling/presets';
import { problemsOf } from '../../../main/web/selling/problems';
import { sellersPage } from '../../../main/web/selling/seller-page';
import { isoSpan, partsOf, spanMs, spanText } from '../../../main/web/selling/spans';
import { sums } from '../../../main/web/selling/sums';
import { money } from '../../../main/web/money';
import { same } from '../expect';
import { aLot } from './a-lot';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const PLAIN = { title: 'Lamp', description: '', currency: 'EUR', startingPrice: '10', closes: 'in', closesIn: '1 h' };

/** A `localStorage` of a few bytes. */
function shelf(bytes = Infinity) {
  const kept = new Map<string, string>();
  const room = () => bytes - [...kept.values()].join('').length;
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > room()) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      kept.set(key, value);
    },
  };
}

Deno.test('a listing has the fields of its format, and no others', () => {
  const english = { ...PLAIN, increments: 'own', ladder: '0: 5; 100: 10', reserve: '80', buyNow: '200', softClose: 'yes', window: '2 min', extension: '90 s', maxExtension: ' min' };
  same(draft(english, NOW), {
    listing: {
      title: 'Lamp',
      description: '',
      format: 'english',
      currency: 'EUR',
      startingPrice: 1_000,
      reserve: 8_000,
      closesAt: '2026-11-22T11:00:00.000Z',
      increments: [
        [0, 500],
        [10_000, 1_000],
      ],
      softClose: { window: 'PT2M', extension: 'PT1M30S' },
      buyNow: { price: 20_000, policy: 'until-first-bid' },
    },
  });
  const dutch = draft({ ...english, format: 'dutch', step: '1', tick: '1 min', floor: '5' }, NOW);
  same('listing' in dutch ? Object.keys(dutch.listing).slice(4) : dutch, ['startingPrice', 'closesAt', 'step', 'tick', 'floor']);
});

Deno.test('what is wrong is said at its field', () => {
  const wrong = draft({ title: ' ', currency: 'euro', startingPrice: '0', closes: 'in', closesIn: '7', opens: 'at', opensAt: 'soon', increments: 'own', ladder: '5: 5' }, NOW);
  same('problems' in wrong ? Object.keys(wrong.problems).sort() : wrong, ['closesIn', 'currency', 'ladder', 'opensAt', 'startingPrice', 'title']);
  const over = draft({ ...PLAIN, closes: 'at', closesAt: '2026-11-22T09:00Z' }, NOW);
  same('problems' in over ? over.problems['closesAt'] : over, 'The lot must close later than now.');
});

Deno.test('a span of time is read as people write it', () => {
  same(['2 min', '90s', '3 Std.', '7 days', '1 Tag'].map((text) => spanMs(text)), [120_000, 90_000, 10_800_000, 604_800_000, 86_400_000]);
  same(['', '7', '1,5 h', 'soon', '-1 s'].map((text) => spanMs(text) ?? null), [null, null, null, null, null]);
  same([isoSpan(90_000), isoSpan(0), spanText(120_000), spanText(90_000), spanText(172_800_000)], ['PT1M30S', 'PT0S', '2 min', '90 s', '2 d']);
  same(partsOf(' s'), { count: '', unit: 's', known: true });
});

Deno.test('each preset makes a listing of what is typed', () => {
  const typed = { ...emptyForm(NOW), title: 'Lamp', startingPrice: '30' };
  for (const name of PRESETS) {
    const drafted = draft(withPreset(typed, name, NOW), NOW);
    same('listing' in drafted ? [drafted.listing.title, drafted.listing.startingPrice] : [name, drafted], ['Lamp', 3_000]);
  }
  same(withPreset({ ...typed, reserve: '80' }, 'charity', NOW)['reserve'], '');
  same(withPreset({ ...typed, currency: 'JPY', startingPrice: '1' }, 'falling', NOW)['startingPrice'], '100');
});

Deno.test('drafts are kept apart by account, newest first, and a device that is full says so', () => {
  const device = shelf(200);
  const [greta, sam] = ['greta', 'sam'].map((account) => new Drafts(account, () => device));
  same(greta!.keep({ id: 'a', filled: { title: 'as typed ' }, keptAt: 1 }) ?? null, null);
  same(greta!.keep({ id: 'b', filled: {}, keptAt: 2 }) ?? null, null);
  same(greta!.all().map(({ id }) => id), ['b', 'a']);
  same([sam!.all().length, sam!.one('a') ?? null], [0, null]);
  same(sam!.keep({ id: 'c', filled: { description: 'x'.repeat(200) }, keptAt: 3 }), 'full');
  greta!.remove('b');
  same(greta!.one('a')?.filled, { title: 'as typed ' });
  const forbidden = new Drafts('greta', () => {
    throw new Error('not here');
  });
  same([forbidden.keep({ id: 'a', filled: {}, keptAt: 1 }), forbidden.all()], ['forbidden', []]);
});

Deno.test('there is an end to drafts, and what is no draft is not one', () => {
  const device = shelf();
  const drafts = new Drafts('greta', () => device);
  for (let at = 0; at < MOST_DRAFTS; at++) drafts.keep({ id: `d${at}`, filled: {}, keptAt: at });
  same(drafts.keep({ id: 'one-more', filled: {}, keptAt: 0 }), 'too-many');
  same(drafts.keep({ id: 'd0', filled: { title: 'again' }, keptAt: 0 }) ?? null, null);
  device.setItem('gavel.draft.greta/broken', '{"id":');
  same(drafts.all().length, MOST_DRAFTS);
});

Deno.test('what the server finds wrong is told at the fields of the form', () => {
  const told = (message: string, errors: Array<{ field: string; message: string }> = []) => problemsOf(new Problem(400, message, errors), 'EUR');
  same(told('2 of the fields are wrong', [{ field: 'softClose.window', message: 'PT0S (expected: PT1S to PT24H)' }, { field: 'buyNow', message: '1200 (expected: at least 30 % above startingPrice, 1000)' }]), {
    window: 'PT0S (expected: PT1S to PT24H)',
    buyNow: `${money(1_200, 'EUR')} (expected: at least 30 % above startingPrice, ${money(1_000, 'EUR')})`,
  });
  same(told('closesAt: 2020 (expected: later)'), { closesAt: '2020 (expected: later)' });
});

Deno.test('an unsold lot fills the form as it was listed, but for its reserve', () => {
  const softClose = { window: 'PT2M', extension: 'PT90S' };
  const filled = filledFrom({ ...aLot('old'), softClose, buyNow: { price: 9_000, policy: 'until-price-reaches', reaches: 5_000 } }, NOW);
  const drafted = draft(filled, NOW);
  const { increments, softClose: soft, buyNow, reserve } = 'listing' in drafted ? drafted.listing : ({} as never);
  same([increments, soft, buyNow, reserve ?? null], [aLot('old').increments, { window: 'PT2M', extension: 'PT1M30S' }, { price: 9_000, policy: 'until-price-reaches', reaches: 5_000 }, null]);
});

Deno.test('addresses of the sellers’ pages', () => {
  same([[], ['sold'], ['new', 'x'], ['lots', 'l'], ['import']].map((path) => sellersPage(path)?.page ?? null), ['board', 'board', 'new', 'lot', 'import']);
  same([['nowhere'], ['lots'], ['sold', 'x'], ['new', 'x', 'y']].map((path) => sellersPage(path) ?? null), [null, null, null, null]);
});

Deno.test('what was paid is summed up, each currency by itself', () => {
  const sale = { lot: 'l', title: 'Lamp', outcome: 'sold', currency: 'EUR', at: '', hammer: 1_000, net: 900 } as const;
  const all = [{ ...sale, state: 'paid' }, { ...sale, state: 'sold-by-offer' }, { ...sale, state: 'defaulted' }, { ...sale, state: 'paid', currency: 'CHF' }] as const;
  same(sums(all), [
    { currency: 'CHF', hammer: 1_000, net: 900 },
    { currency: 'EUR', hammer: 2_000, net: 1_800 },
  ]);
});

Deno.test('a form is of a preset until one of its rules is another', () => {
  const form = emptyForm(NOW);
  same([presetOf(form, NOW), presetOf({ ...form, title: 'Lamp', reserve: '80' }, NOW)], ['evening', 'evening']);
  same(PRESETS.map((name) => presetOf(withPreset(form, name, NOW), NOW)), PRESETS);
  same(presetOf({ ...form, window: '3 min' }, NOW) ?? null, null);
});

Deno.test('a day that does not exist is wrong, and not one of the next month', () => {
  const ends = (closesAt: string) => draft({ ...PLAIN, closes: 'at', closesAt }, NOW);
  const wrong = (closesAt: string) => {
    const drafted = ends(closesAt);
    return 'problems' in drafted ? Object.keys(drafted.problems) : [];
  };
  same([wrong('2027-02-29 18:00'), wrong('2027-02-30T18:00Z'), wrong('2028-02-29 18:00')], [['closesAt'], ['closesAt'], []]);
});
