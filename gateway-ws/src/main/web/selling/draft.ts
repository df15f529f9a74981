import type { Listing } from '../client/api';
import { parseMoney } from '../money';
import { sellingWords } from '../words/selling';
import type { Problems } from './problems';

/** Makes a listing out of the filled-in form; `now` is the server's time in milliseconds. */
export function draft(form: FormData, now: number): { readonly listing: Listing } | { readonly problems: Problems } {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const problems: Record<string, string> = {};
  const currency = text('currency');

  const amount = (name: string): number => {
    const parsed = parseMoney(text(name), currency);
    if ('amount' in parsed) return parsed.amount;
    problems[name] = parsed.problem;
    return 0;
  };
  const wholeSeconds = (name: string): number => {
    const seconds = Number(text(name) || '0');
    if (Number.isInteger(seconds) && seconds >= 0) return seconds;
    problems[name] = sellingWords().wholeNumber;
    return 0;
  };
  const closesAt = (): string => {
    const at = text('closes') === 'at' ? new Date(text('closesAt')).getTime() : now + (wholeSeconds('minutes') * 60 + wholeSeconds('seconds')) * 1000;
    if (Number.isNaN(at)) problems['closesAt'] = sellingWords().chooseEnd;
    else if (at <= now) problems['closesAt'] = sellingWords().endLater;
    return Number.isNaN(at) ? '' : new Date(at).toISOString();
  };

  if (text('title') === '') problems['title'] = sellingWords().giveTitle;
  const listing: Listing = {
    title: text('title'),
    description: text('description'),
    format: 'english',
    currency,
    startingPrice: amount('startingPrice'),
    ...(text('reserve') === '' ? {} : { reserve: amount('reserve') }),
    increments: text('increments') === 'fixed' ? [[0, amount('step')]] : 'ebay-us',
    closesAt: closesAt(),
    ...(form.has('softClose') ? { softClose: { window: `PT${wholeSeconds('window')}S`, extension: `PT${wholeSeconds('extension')}S` } } : {}),
  };
  return Object.keys(problems).length > 0 ? { problems } : { listing };
}
