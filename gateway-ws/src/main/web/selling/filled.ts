/**
 * A form as it is filled in, field by field as it was typed; a flag is `yes` or empty, a span a number with its unit, photos
 * are their ids with spaces between. */
export type Filled = Readonly<Record<string, string>>;

/** Every field of the form, by the names that problems, drafts and columns of a table have. */
export const FIELDS = [
  'title',
  'description',
  'photos',
  'format',
  'currency',
  'startingPrice',
  'reserve',
  'increments',
  'step',
  'ladder',
  'estimate',
  'buyNow',
  'buyNowUntil',
  'buyNowReaches',
  'opens',
  'opensAt',
  'closes',
  'closesIn',
  'closesAt',
  'softClose',
  'window',
  'extension',
  'maxExtension',
  'absenteeBids',
  'retraction',
  'linkedAccounts',
  'tick',
  'floor',
] as const;
export type FieldName = (typeof FIELDS)[number];

export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'JPY', 'BHD'];

export function photosOf(filled: Filled): readonly string[] {
  return (filled['photos'] ?? '').split(' ').filter((id) => id !== '');
}

/** What an instant is as the value of a `datetime-local` field, in the reader's time zone. */
export function localTime(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
