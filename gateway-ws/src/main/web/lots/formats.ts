import type { LotEvent, LotRules } from '../client/protocol';

export function isSealed({ format }: LotRules): boolean {
  return format === 'sealed-first-price' || format === 'vickrey';
}

export function isDutch({ format }: LotRules): boolean {
  return format === 'dutch';
}

/** Whether a lot can be bought at its buy-now price as things stand. */
export function offerStands({ buyNow }: LotRules, event: LotEvent): boolean {
  if (!buyNow || event.status !== 'open') return false;
  switch (buyNow.policy) {
    case 'until-first-bid':
      return event.leader == null;
    case 'until-reserve-met':
      return event.reserve === 'not-met';
    case 'until-price-reaches':
      return event.leader == null || event.price < (buyNow.reaches ?? buyNow.price);
  }
}
