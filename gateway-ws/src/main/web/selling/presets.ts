import { digitsOf, parseMoney, plainMoney } from '../money';
import { localTime, type Filled } from './filled';

export const PRESETS = ['evening', 'quick', 'charity', 'sealed', 'falling'] as const;
export type PresetName = (typeof PRESETS)[number];

const DAY_MS = 86_400_000;
const EVENING = 20;

/** What a preset says nothing about is as this. */
const PLAIN: Filled = {
  format: 'english',
  increments: 'ebay-us',
  reserve: '',
  estimate: '',
  buyNow: '',
  opens: 'now',
  closes: 'in',
  closesIn: '7 d',
  softClose: '',
  window: '2 min',
  extension: '2 min',
  maxExtension: '',
  absenteeBids: '',
  retraction: '',
};

/** A form with nothing typed yet. */
export function emptyForm(now: number): Filled {
  return withPreset({ title: '', description: '', currency: 'EUR', startingPrice: '1' }, 'evening', now);
}

/** The form with the rules of a preset; what is sold, its currency and starting price stay as they are. */
export function withPreset(filled: Filled, name: PresetName, now: number): Filled {
  return { ...filled, ...PLAIN, ...rules(name, filled, now) };
}

function rules(name: PresetName, filled: Filled, now: number): Filled {
  switch (name) {
    case 'evening':
      return { softClose: 'yes', closes: 'at', closesAt: evening(now) };
    case 'quick':
      return { softClose: 'yes', window: '1 min', extension: '1 min', maxExtension: '15 min', closesIn: '1 h' };
    case 'charity':
      return { softClose: 'yes', window: '5 min', extension: '5 min', closesIn: '14 d' };
    case 'sealed':
      return { format: 'vickrey' };
    case 'falling':
      return { format: 'dutch', closesIn: '1 h', tick: '1 min', ...fall(filled) };
  }
}

/** What makes a preset what it is; amounts and reserve are anybody's own. */
const TELLING = ['format', 'increments', 'opens', 'closes', 'closesIn', 'closesAt', 'softClose', 'window', 'extension', 'maxExtension', 'tick'];

/** The preset whose rules these still are. */
export function presetOf(filled: Filled, now: number): PresetName | undefined {
  const shown = (of: Filled): string => {
    const idle = [...(of['softClose'] ? [] : ['window', 'extension', 'maxExtension']), of['closes'] === 'at' ? 'closesIn' : 'closesAt', ...(of['format'] === 'dutch' ? [] : ['tick'])];
    return TELLING.map((name) => (idle.includes(name) ? '' : (of[name] ?? '').trim())).join();
  };
  return PRESETS.find((name) => shown(withPreset(filled, name, now)) === shown(filled));
}

/** A week from now, in the evening, by the reader's clock on the wall. */
function evening(now: number): string {
  const day = new Date(now + 7 * DAY_MS);
  day.setHours(EVENING, 0, 0, 0);
  return localTime(day);
}

/** Down to half of the starting price, by a fiftieth each time. */
function fall(filled: Filled): Filled {
  const currency = filled['currency'] || 'EUR';
  const typed = parseMoney(filled['startingPrice'] ?? '', currency);
  const least = 10 ** digitsOf(currency);
  const from = 'amount' in typed && typed.amount > least ? typed.amount : 100 * least;
  const step = Math.max(1, Math.round(from / 50));
  const money = (minor: number): string => plainMoney(minor, currency);
  return { startingPrice: money(from), step: money(step), floor: money(Math.max(1, Math.floor(from / 2))) };
}
