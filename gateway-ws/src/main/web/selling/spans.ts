/** The units that a span of time can be given in. */
export const UNITS = ['s', 'min', 'h', 'd'] as const;
export type Unit = (typeof UNITS)[number];

const MS: Readonly<Record<Unit, number>> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
const NAMES: ReadonlyArray<readonly [RegExp, Unit]> = [
  [/^(s|secs?|seconds?|sek|sekunden?)$/, 's'],
  [/^(m|mins?|minutes?|minuten?)$/, 'min'],
  [/^(h|hrs?|hours?|std|stunden?)$/, 'h'],
  [/^(d|days?|t|tage?)$/, 'd'],
];

/** The number and the unit of a span as it was typed; the unit is `min` where it says none that is known. */
export function partsOf(text: string): { readonly count: string; readonly unit: Unit; readonly known: boolean } {
  const [, count = '', name = ''] = /^\s*([\d.,]*)\s*(\p{L}*)\.?\s*$/u.exec(text) ?? [];
  const unit = NAMES.find(([names]) => names.test(name.toLowerCase()))?.[1];
  return { count, unit: unit ?? 'min', known: unit !== undefined };
}

/** `2 min`, `90 s`, `7 days` in milliseconds; undefined if it is no whole number with a unit. */
export function spanMs(text: string): number | undefined {
  const { count, unit, known } = partsOf(text);
  return known && /^\d{1,9}$/.test(count) ? Number(count) * MS[unit] : undefined;
}

/** As an ISO duration of hours, minutes and seconds. */
export function isoSpan(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = `${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s ? `${s}S` : ''}`;
  return `PT${parts || '0S'}`;
}

/** The other way round, in the largest unit that leaves a whole number. */
export function spanText(ms: number): string {
  const unit = [...UNITS].reverse().find((each) => ms % MS[each] === 0) ?? 's';
  return `${Math.round(ms / MS[unit])} ${unit}`;
}
