import type { OwnBid } from '../client/own-bids';
import type { LotEvent, LotRules } from '../client/protocol';
import { isSealed } from './formats';

/** Where an account stands on a lot, from its public state and the own paddle. */
export type Standing = 'leading' | 'outbid' | 'waiting' | 'sealed' | 'won' | 'not-won' | 'never-bid';

export function standing(event: LotEvent, own: OwnBid | undefined, rules: LotRules): Standing {
  if (!own) return 'never-bid';
  if (event.status === 'closed') return event.outcome === 'sold' && event.winner === own.paddle ? 'won' : 'not-won';
  if (isSealed(rules)) return 'sealed';
  if (event.status === 'scheduled') return 'waiting';
  return event.leader === own.paddle ? 'leading' : event.leader == null ? 'never-bid' : 'outbid';
}
