import type { OwnBid } from '../client/own-bids';
import type { LotEvent } from '../client/protocol';

/** Where an account stands on a lot, from its public state and the own paddle. */
export type Standing = 'leading' | 'outbid' | 'won' | 'not-won' | 'never-bid';

export function standing(event: LotEvent, own: OwnBid | undefined): Standing {
  if (!own) return 'never-bid';
  if (event.status === 'closed') return event.outcome === 'sold' && event.winner === own.paddle ? 'won' : 'not-won';
  return event.leader === own.paddle ? 'leading' : event.leader == null ? 'never-bid' : 'outbid';
}
