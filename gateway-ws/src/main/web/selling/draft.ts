import type { Listing } from '../client/api';
import type { BuyNowPolicy, Format } from '../client/protocol';
import { FORMATS } from '../lots/wishes';
import { sellingWords } from '../words/selling';
import { photosOf, type Filled } from './filled';
import type { Problems } from './problems';
import { Reader } from './reader';
import { isoSpan } from './spans';

type Part = Partial<Listing>;

export const BUY_NOW_POLICIES = ['until-first-bid', 'until-reserve-met', 'until-price-reaches'] as const satisfies readonly BuyNowPolicy[];

/** Makes a listing out of the filled-in form; `now` is the server's time in milliseconds. */
export function draft(filled: Filled, now: number): { readonly listing: Listing } | { readonly problems: Problems } {
  const read = new Reader(filled);
  const format = formatOf(read);
  if (!read.has('title')) read.wrong('title', sellingWords().wrong.title);
  const listing: Listing = {
    title: read.text('title'),
    description: read.text('description'),
    ...(read.has('photos') ? { photos: photosOf(filled) } : {}),
    format,
    currency: read.currency,
    startingPrice: read.amount('startingPrice'),
    ...(format !== 'dutch' && read.has('reserve') ? { reserve: read.amount('reserve') } : {}),
    ...schedule(read, format, now),
    ...people(read),
    ...(format === 'english' ? english(read) : format === 'dutch' ? dutch(read) : {}),
  };
  return Object.keys(read.problems).length > 0 ? { problems: read.problems } : { listing };
}

function formatOf(read: Reader): Format {
  const format = FORMATS.find((each) => each === (read.text('format') || 'english'));
  if (!format) read.wrong('format', sellingWords().wrong.format(FORMATS.join(', ')));
  return format ?? 'english';
}

function schedule(read: Reader, format: Format, now: number): { readonly closesAt: string } & Part {
  const wrong = sellingWords().wrong;
  const later = read.text('opens') === 'at';
  const opensAt = later ? read.moment('opensAt', wrong.chooseOpening) : now;
  const atTime = read.text('closes') === 'at';
  const closesAt = atTime ? read.moment('closesAt', wrong.chooseEnd) : opensAt + read.span('closesIn');
  if (closesAt <= now) read.wrong(atTime ? 'closesAt' : 'closesIn', wrong.endLater);
  else if (closesAt <= opensAt) read.wrong('closesAt', wrong.endAfterOpening);
  return {
    closesAt: new Date(closesAt).toISOString(),
    ...(later ? { opensAt: new Date(opensAt).toISOString() } : {}),
    ...(later && format !== 'dutch' && read.has('absenteeBids') ? { absenteeBids: true } : {}),
  };
}

function people(read: Reader): Part {
  const accounts = read.text('linkedAccounts').split(/[\s,;]+/).filter((account) => account !== '');
  return accounts.length > 0 ? { linkedAccounts: accounts } : {};
}

function english(read: Reader): Part {
  return {
    increments: increments(read),
    ...(read.has('softClose')
      ? {
          softClose: {
            window: isoSpan(read.span('window')),
            extension: isoSpan(read.span('extension')),
            ...(read.hasSpan('maxExtension') ? { maxExtension: isoSpan(read.span('maxExtension')) } : {}),
          },
        }
      : {}),
    ...(read.has('estimate') ? { estimate: read.amount('estimate') } : {}),
    ...(read.has('buyNow') ? { buyNow: buyNow(read) } : {}),
    ...(read.has('retraction') ? { retraction: true } : {}),
  };
}

function increments(read: Reader): NonNullable<Listing['increments']> {
  switch (read.text('increments')) {
    case 'fixed':
      return [[0, read.amount('step')]];
    case 'own':
      return read.ladder('ladder');
    case '':
    case 'ebay-us':
      return 'ebay-us';
    default:
      read.wrong('increments', sellingWords().wrong.ladder);
      return 'ebay-us';
  }
}

function buyNow(read: Reader): NonNullable<Listing['buyNow']> {
  const policy = BUY_NOW_POLICIES.find((each) => each === (read.text('buyNowUntil') || 'until-first-bid'));
  if (!policy) read.wrong('buyNowUntil', sellingWords().wrong.format(BUY_NOW_POLICIES.join(', ')));
  const reaches = policy === 'until-price-reaches' && read.has('buyNowReaches') ? { reaches: read.amount('buyNowReaches') } : {};
  return { price: read.amount('buyNow'), policy: policy ?? 'until-first-bid', ...reaches };
}

function dutch(read: Reader): Part {
  return { step: read.amount('step'), tick: isoSpan(read.span('tick')), floor: read.amount('floor') };
}
