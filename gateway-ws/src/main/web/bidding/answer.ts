import type { Taking } from '../client/api';
import type { BidResult } from '../client/pending-bid';
import type { Decision, ErrorFrame } from '../client/protocol';
import type { Standing } from '../lots/standing';
import { money } from '../money';

export interface Answer {
  readonly good: boolean;
  readonly text: string;
  /** The stable word behind the text: `accepted`, a reason, or an error code. */
  readonly word: string;
}

/** What was asked: a bid on a rising price, a sealed bid, one before the opening, or the lot at once. */
export type Asked = 'bid' | 'sealed-bid' | 'early-bid' | Taking;

/** What became of a bid, in plain words. */
export function answer(result: BidResult, currency: string, asked: Asked): Answer {
  switch (result.kind) {
    case 'decided':
      return decided(result.decision, currency, asked);
    case 'refused':
      return bad(result.error.code, `Your bid was not taken: ${result.error.message}`);
    case 'not-sent':
      return bad('not-sent', notSent(result.error));
    case 'undecided':
      return bad('undecided', 'We could not find out what became of your bid. Please look at the history before you bid again.');
  }
}

/** Whether an accepted bid's answer no longer says how things stand. */
export function isOutdated({ good, word }: Answer, then: Standing | undefined, now: Standing | undefined): boolean {
  return good ? then === 'leading' && now === 'outbid' : word === 'accepted' && now === 'leading';
}

function decided(decision: Decision, currency: string, asked: Asked): Answer {
  if (decision.outcome === 'rejected') return bad(decision.reason ?? 'rejected', reasonInWords(decision, currency, asked));
  if (asked === 'sealed-bid') return good('Your sealed bid is in. You may replace it until the lot closes.');
  if (asked === 'early-bid') return good('Your bid is kept and will be placed when the lot opens.');
  if (asked === 'buy-now' || asked === 'accept-price') return good('It is yours.');
  if (decision.leading) return good('Bid accepted.');
  return { good: false, word: 'accepted', text: 'Bid accepted, but another bidder has an equal or higher maximum.' };
}

function reasonInWords({ reason, detail, next, max }: Decision, currency: string, asked: Asked): string {
  switch (reason) {
    case 'too-low':
      return tooLow(next, currency, asked);
    case 'below-own-max':
      if (asked === 'early-bid') return 'You already left a bid as high as that. A new one must be higher.';
      return `You already lead with a maximum of ${max === undefined ? 'at least that' : money(max, currency)}. A new maximum must be higher.`;
    case 'not-open':
      return 'This lot is not open for bids yet.';
    case 'closed':
      return 'Too late: this lot had closed when your bid arrived.';
    case 'paused':
      return 'This lot is paused. Please wait until it goes on.';
    case 'own-lot':
      return 'This is your own lot: sellers cannot bid on what they sell.';
    case 'conflict':
      return 'Another bid was already placed under this number. Please bid again.';
    case 'not-allowed':
      return detail ? `This is not possible: ${detail}.` : 'Your account is not allowed to bid on this lot.';
    case 'unknown-lot':
      return 'This lot does not exist.';
    case 'confirm-large':
      return 'This is far above the next bid. Please confirm that you mean it.';
    case 'busy':
      return 'There is too much going on at the moment. Your bid was not taken: please try again.';
    default:
      return 'This bid is not valid. Please check the amount.';
  }
}

function notSent(error: ErrorFrame | undefined): string {
  if (error) return 'There is too much going on at the moment, and your bid was not taken. Please bid again if you still want to.';
  return 'There is no connection at the moment, so your bid was not sent. Please try again when you are back online.';
}

function tooLow(next: number | undefined, currency: string, asked: Asked): string {
  if (next === undefined) return 'Too low.';
  return asked === 'bid' ? `Too low: the next bid is ${money(next, currency)} or more.` : `Too low: bids start at ${money(next, currency)}.`;
}

function good(text: string): Answer {
  return { good: true, word: 'accepted', text };
}

function bad(word: string, text: string): Answer {
  return { good: false, word, text };
}
