import type { Lot } from '../client/protocol';
import { plainMoney } from '../money';
import { durationMs } from '../times';
import { EBAY_US } from './as-listed';
import type { Filled } from './filled';
import { withPreset } from './presets';
import { spanText } from './spans';

/** The form for a lot that comes up again: filled in as it was listed. Its reserve is known to the log only, and its end is over. */
export function filledFrom(lot: Lot, now: number): Filled {
  const amount = (minor: number | null | undefined): string => (minor == null ? '' : plainMoney(minor, lot.currency));
  const span = (iso: string | null | undefined): string => (iso ? spanText(durationMs(iso)) : '');
  const { softClose, buyNow, increments = [] } = lot;
  const base = withPreset({ title: lot.title, description: lot.description, currency: lot.currency, startingPrice: amount(lot.startingPrice) }, 'evening', now);
  return {
    ...base,
    format: lot.format,
    photos: (lot.photos ?? []).join(' '),
    startingPrice: amount(lot.startingPrice),
    estimate: amount(lot.estimate),
    buyNow: amount(buyNow?.price),
    buyNowUntil: buyNow?.policy ?? '',
    buyNowReaches: buyNow?.policy === 'until-price-reaches' ? amount(buyNow.reaches) : '',
    softClose: softClose ? 'yes' : '',
    ...(softClose ? { window: span(softClose.window), extension: span(softClose.extension), maxExtension: span(softClose.maxExtension) } : {}),
    retraction: lot.retraction ? 'yes' : '',
    step: amount(lot.step),
    tick: span(lot.tick),
    floor: amount(lot.floor),
    ...steps(increments, amount),
  };
}

function steps(increments: NonNullable<Lot['increments']>, amount: (minor: number) => string): Filled {
  if (increments.length === 0 || JSON.stringify(increments) === JSON.stringify(EBAY_US)) return {};
  if (increments.length === 1) return { increments: 'fixed', step: amount(increments[0]![1]) };
  return { increments: 'own', ladder: increments.map(([from, step]) => `${amount(from)}: ${amount(step)}`).join('; ') };
}
