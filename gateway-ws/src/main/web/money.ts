/* Money is whole minor units; no amount is ever a fraction, not even in between. */
import { locale } from './words/language';
import { words } from './words/words';

export type Parsed = { readonly amount: number } | { readonly problem: string };

const formats = new Map<string, Intl.NumberFormat>();
const digits = new Map<string, number>();

function formatOf(currency: string): Intl.NumberFormat {
  const key = `${locale()} ${currency}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale(), { style: 'currency', currency });
  formats.set(key, known);
  return known;
}

/** How many digits the currency has behind the point: 2 for EUR, 0 for JPY, 3 for BHD. */
export function digitsOf(currency: string): number {
  const known = digits.get(currency) ?? formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, known);
  return known;
}

function decimal(minor: number, digits: number, point: string): string {
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  return (minor < 0 ? '-' : '') + (digits ? whole + point + padded.slice(-digits) : whole);
}

/** For reading: `€1,250.00`. */
export function money(minor: number, currency: string): string {
  return formatOf(currency).format(decimal(minor, digitsOf(currency), '.') as `${number}`);
}

function localPoint(): string {
  return new Intl.NumberFormat(locale()).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}

/** For an input field: `1250.00`, with the reader's own decimal sign. */
export function plainMoney(minor: number, currency: string): string {
  return decimal(minor, digitsOf(currency), localPoint());
}

/**
 * Reads an amount in major units, with `.` or `,` as decimal sign, whatever the locale. What could be meant in two ways,
 * a thousandfold apart, is refused instead of guessed.
 */
export function parseMoney(text: string, currency: string): Parsed {
  const digits = digitsOf(currency);
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '');
  if (bare === '') return { problem: words().money.missing };
  if (!/^\d[\d.,]*$/.test(bare)) return { problem: words().money.digitsOnly(decimal(12500, digits, localPoint())) };
  const split = splitAtPoint(bare, digits);
  if ('problem' in split) return split;
  if (split.fraction.length > digits) return { problem: tooManyDigits(currency, digits) };
  const amount = Number(split.whole + split.fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? { amount } : { problem: words().money.tooLarge };
}

function tooManyDigits(currency: string, digits: number): string {
  return digits === 0 ? words().money.noDigits(currency) : words().money.tooManyDigits(currency, digits);
}

function splitAtPoint(bare: string, digits: number): { whole: string; fraction: string } | { problem: string } {
  const signs = bare.match(/[.,]/g) ?? [];
  const point = pointIn(bare, signs, digits);
  if (typeof point === 'object') return point;
  const [grouped, fraction] = point < 0 ? [bare, ''] : [bare.slice(0, point), bare.slice(point + 1)];
  if (!/^(\d+|\d{1,3}([.,])\d{3}(\2\d{3})*)$/.test(grouped)) return { problem: words().money.unclear };
  return { whole: grouped.replace(/[.,]/g, ''), fraction };
}

/** Where the decimal sign is, or -1 if there is none. */
function pointIn(bare: string, signs: readonly string[], digits: number): number | { problem: string } {
  const last = signs.at(-1);
  if (last === undefined) return -1;
  const at = bare.lastIndexOf(last);
  if (new Set(signs).size === 2) return at;
  if (signs.length > 1) return -1;
  const behind = bare.length - at - 1;
  if (behind !== 3) return at;
  if (digits === 0) return -1;
  if (digits === 3 && last === localPoint()) return at;
  return { problem: words().money.ambiguous(bare, bare.replace(last, ''), bare.slice(0, at + 1 + digits)) };
}
