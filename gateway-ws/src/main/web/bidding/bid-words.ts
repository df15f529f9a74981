import type { LotRules } from '../client/protocol';
import { money } from '../money';
import type { Asked } from './answer';

/** What stands around the field for an amount. */
export interface BidWords {
  readonly label: string;
  readonly help: string;
  readonly button: string;
}

const SECRET = 'Nobody else sees it, and you pay no more than it takes to lead.';

/** `offered` is the lowest amount that can do anything; `again` says whether there is a bid of one's own already. */
export function bidWords(asked: Asked, { currency, startingPrice }: LotRules, offered: number, again: boolean, leads: boolean): BidWords {
  const orMore = `${money(offered, currency)} or more. `;
  if (asked === 'sealed-bid') {
    const help = `${money(startingPrice, currency)} or more. Nobody sees it before the close; until then a new one takes its place.`;
    return { label: 'Your sealed bid', help, button: again ? 'Replace' : 'Place bid' };
  }
  if (asked === 'early-bid') return { label: 'Your maximum', help: `${orMore}It is placed when the lot opens. ${SECRET}`, button: again ? 'Raise' : 'Leave bid' };
  if (leads) return { label: 'New maximum', help: SECRET, button: 'Raise' };
  return { label: 'Your maximum', help: orMore + SECRET, button: 'Place bid' };
}
