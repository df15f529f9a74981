import type { LotRules } from '../client/protocol';
import { money } from '../money';
import { words } from '../words/words';
import type { Asked } from './answer';

/** What stands around the field for an amount. */
export interface BidWords {
  readonly label: string;
  readonly help: string;
  readonly button: string;
}

/** `offered` is the lowest amount that can do anything; `again` says whether there is a bid of one's own already. */
export function bidWords(asked: Asked, { currency, startingPrice }: LotRules, offered: number, again: boolean, leads: boolean): BidWords {
  const text = words().bidding;
  const orMore = text.orMore(money(offered, currency));
  if (asked === 'sealed-bid') {
    return { label: text.yourSealedBid, help: text.sealedHelp(money(startingPrice, currency)), button: again ? text.replace : text.placeBid };
  }
  if (asked === 'early-bid') return { label: text.yourMaximum, help: orMore + text.earlyHelp + text.secret, button: again ? text.raise : text.leaveBid };
  if (leads) return { label: text.newMaximum, help: text.secret, button: text.raise };
  return { label: text.yourMaximum, help: orMore + text.secret, button: text.placeBid };
}
