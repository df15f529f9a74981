import type { Listing } from '../client/api';
import type { Ladder, LotEvent, LotRules } from '../client/protocol';

/** The ladder that a listing names, in minor units; as Ladder.java has it. */
export const EBAY_US: Ladder = [
  [0, 5],
  [100, 25],
  [500, 50],
  [2_500, 100],
  [10_000, 250],
  [25_000, 500],
  [50_000, 1_000],
  [100_000, 2_500],
  [250_000, 5_000],
  [500_000, 10_000],
];

const NO_HASH = '0'.repeat(64);

/** A lot as everybody would see it, had it just been listed; `id` only decides how it is drawn. */
export function asListed(listing: Listing, id: string, seller: string, now: number): { readonly rules: LotRules; readonly event: LotEvent } {
  const { increments, reserve, linkedAccounts: _, softClose, buyNow, estimate, ...open } = listing;
  const at = new Date(now).toISOString();
  const scheduled = listing.opensAt !== undefined && Date.parse(listing.opensAt) > now;
  const rules: LotRules = {
    ...open,
    id,
    seller,
    listedAt: at,
    rulesHash: NO_HASH,
    ...(listing.format === 'english'
      ? { increments: ladderOf(increments), softClose: softClose ?? null, buyNow: buyNow ?? null, estimate: estimate ?? null, largeBidFactor: 10 }
      : {}),
  };
  const event: LotEvent = {
    lot: id,
    version: scheduled ? 1 : 2,
    at,
    offset: 0,
    type: scheduled ? 'listed' : 'opened',
    status: scheduled ? 'scheduled' : 'open',
    price: listing.startingPrice,
    leader: null,
    next: listing.startingPrice,
    bids: 0,
    closesAt: listing.closesAt,
    reserve: reserve === undefined ? 'none' : 'not-met',
    prev: NO_HASH,
  };
  return { rules, event };
}

export function ladderOf(increments: Listing['increments']): Ladder {
  return increments === undefined || increments === 'ebay-us' ? EBAY_US : increments;
}
