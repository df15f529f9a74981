import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules } from '../client/protocol';
import { stepAt } from '../ladder';
import { isSealed } from '../lots/formats';
import { standing } from '../lots/standing';
import { money } from '../money';
import { words } from '../words/words';
import type { Asked } from './answer';

/** A bid that waits for being confirmed. */
export interface ToConfirm {
  readonly amount: number;
  /** Whether it is so far above what would do that the log wants that said. */
  readonly large: boolean;
}

/** What a bid would be as things stand. */
export function askedOf(rules: LotRules, event: LotEvent): Exclude<Asked, 'buy-now' | 'accept-price'> {
  return isSealed(rules) ? 'sealed-bid' : event.status === 'scheduled' ? 'early-bid' : 'bid';
}

/** The lowest amount that can do anything: the next minimum, or one step above the own maximum while it leads or waits; of sealed bids, the one that is in. */
export function offered(rules: LotRules, event: LotEvent, own: OwnBid | undefined): number {
  const max = own?.max;
  const above = (amount: number): number => amount + stepAt(rules.increments ?? [], amount);
  switch (askedOf(rules, event)) {
    case 'sealed-bid':
      return max ?? rules.startingPrice;
    case 'early-bid':
      return max === undefined ? event.next : above(max);
    case 'bid':
      return max === undefined || standing(event, own, rules) !== 'leading' ? event.next : Math.max(event.next, above(max));
  }
}

/** Whether the log would want a bid confirmed. */
export function isLarge(amount: number, { largeBidFactor }: LotRules, { next }: LotEvent): boolean {
  return largeBidFactor != null && amount > largeBidFactor * next;
}

/** In words that a bid is below what the price as it is known here allows; undefined if it is not. */
export function tooLittle(amount: number, rules: LotRules, event: LotEvent): string | undefined {
  const asked = askedOf(rules, event);
  const least = asked === 'sealed-bid' ? rules.startingPrice : event.next;
  if (amount >= least) return undefined;
  const said = money(least, rules.currency);
  return asked === 'bid' ? words().bidding.tooLowNext(said) : words().bidding.tooLowStart(said);
}
