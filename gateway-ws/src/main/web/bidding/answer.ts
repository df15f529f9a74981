import type { Taking } from '../client/api';
import type { BidResult } from '../client/pending-bid';
import type { Decision, ErrorFrame } from '../client/protocol';
import type { Standing } from '../lots/standing';
import { money } from '../money';
import { words } from '../words/words';

export interface Answer {
  readonly good: boolean;
  readonly text: string;
  /** The stable word behind the text: `accepted`, a reason, or an error code. */
  readonly word: string;
  /** What the log said, where it was asked. */
  readonly decision?: Decision;
}

/** What was asked: a bid on a rising price, a sealed bid, one before the opening, or the lot at once. */
export type Asked = 'bid' | 'sealed-bid' | 'early-bid' | Taking;

/** What became of a bid, in plain words. */
export function answer(result: BidResult, currency: string, asked: Asked): Answer {
  switch (result.kind) {
    case 'decided':
      return { ...decided(result.decision, currency, asked), decision: result.decision };
    case 'refused':
      return bad(result.error.code, words().bidding.refused(result.error.message));
    case 'not-sent':
      return bad('not-sent', notSent(result.error));
    case 'undecided':
      return bad('undecided', words().bidding.undecided);
  }
}

/** Whether an accepted bid's answer no longer says how things stand. */
export function isOutdated({ good, word }: Answer, then: Standing | undefined, now: Standing | undefined): boolean {
  return good ? then === 'leading' && now === 'outbid' : word === 'accepted' && now === 'leading';
}

function decided(decision: Decision, currency: string, asked: Asked): Answer {
  if (decision.outcome === 'rejected') return bad(decision.reason ?? 'rejected', reasonInWords(decision, currency, asked));
  const text = words().bidding;
  if (asked === 'sealed-bid') return good(text.sealedIn);
  if (asked === 'early-bid') return good(text.earlyIn);
  if (asked === 'buy-now' || asked === 'accept-price') return good(text.yours);
  if (decision.leading) return good(text.accepted);
  return { good: false, word: 'accepted', text: text.beaten };
}

function reasonInWords({ reason = '', detail, next, max }: Decision, currency: string, asked: Asked): string {
  const text = words().bidding;
  switch (reason) {
    case 'too-low':
      return tooLow(next, currency, asked);
    case 'below-own-max':
      return asked === 'early-bid' ? text.ownMaxEarly : text.ownMax(max === undefined ? undefined : money(max, currency));
    case 'not-allowed':
      return detail ? text.notPossible(detail) : text.notAllowed;
    default:
      return text.reasons[reason] ?? text.invalid;
  }
}

function notSent(error: ErrorFrame | undefined): string {
  return error ? words().bidding.crowded : words().bidding.notSent;
}

function tooLow(next: number | undefined, currency: string, asked: Asked): string {
  const text = words().bidding;
  if (next === undefined) return text.tooLow;
  return asked === 'bid' ? text.tooLowNext(money(next, currency)) : text.tooLowStart(money(next, currency));
}

function good(text: string): Answer {
  return { good: true, word: 'accepted', text };
}

function bad(word: string, text: string): Answer {
  return { good: false, word, text };
}
