import type { Listing } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import { newId } from '../client/new-id';
import type { Lot } from '../client/protocol';
import type { DraftKeeper } from './draft-keeper';
import type { Attempt } from './drafts';
import type { Filled } from './filled';
import { SellerCalls } from './seller-calls';

/** Lists a lot as its draft says, or lists one again; undefined while that is not decided. Rejects with a Problem. */
export function listDraft(client: GavelClient, keeper: DraftKeeper, filled: Filled, drafted: Listing): Promise<Lot | undefined> {
  const { listing, key } = attempt(keeper, filled, drafted);
  const calls = new SellerCalls(client);
  const relists = keeper.kept?.relists;
  return relists === undefined ? calls.list(listing, key) : calls.relist(relists, listing, key);
}

/** The one of before, if nobody knows what became of it and nothing was changed since; else a new one. */
function attempt(keeper: DraftKeeper, filled: Filled, listing: Listing): Attempt {
  const { attempt: before, filled: tried } = keeper.kept ?? {};
  const same = before && JSON.stringify(tried) === JSON.stringify(filled);
  const now = same ? before : { key: newId(), listing };
  keeper.keep(filled, now);
  return now;
}
