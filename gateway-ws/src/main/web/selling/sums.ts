import type { SellersSale } from './seller-calls';

export interface Sum {
  readonly currency: string;
  readonly hammer: number;
  readonly net: number;
}

/** What the paid ones among sales come to, currency by currency. */
export function sums(sales: readonly SellersSale[]): readonly Sum[] {
  const found = new Map<string, Sum>();
  for (const { state, currency, hammer = 0, net } of sales) {
    if ((state !== 'paid' && state !== 'sold-by-offer') || net === undefined) continue;
    const before = found.get(currency) ?? { currency, hammer: 0, net: 0 };
    found.set(currency, { currency, hammer: before.hammer + hammer, net: before.net + net });
  }
  return [...found.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}
