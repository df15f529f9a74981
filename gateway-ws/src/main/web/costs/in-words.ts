import { money } from '../money';
import { bidderWords } from '../words/bidder';
import { locale } from '../words/language';
import type { BillLine, Costs } from './costs';

/** Such as `25 %`, as the reader's country writes it; at most four decimals. */
export function percent(of: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 4 }).format(of / 100);
}

/** What a line is called; `hammer` is the name of the first. */
export function lineName({ line, percent: rate }: BillLine, hammer: string): string {
  const text = bidderWords().bill;
  if (line === 'hammer') return hammer;
  if (line === 'premium') return text.premium;
  return text[line](percent(rate ?? 0));
}

/** The buyer's premium and the taxes in a sentence or two. */
export function premiumInWords({ premium, taxes, currency }: Pick<Costs, 'premium' | 'taxes' | 'currency'>): string {
  const text = bidderWords().premium;
  const bands = premium.map(({ upTo, percent: rate }, at) => {
    if (upTo === undefined) return (at === 0 ? text.all : text.above)(percent(rate));
    return (at === 0 ? text.upTo : text.then)(percent(rate), money(upTo, currency));
  });
  const taxed = [taxes.premium > 0 ? text.taxOnPremium(percent(taxes.premium)) : '', taxes.hammer > 0 ? text.taxOnHammer(percent(taxes.hammer)) : ''];
  return [`${bands.join(', ')}.`, ...taxed.filter(Boolean)].join(' ');
}
