import type { GavelClient } from '../client/gavel-client';
import { newId } from '../client/new-id';
import { Drafts, type NotKept } from './drafts';
import { filledFrom } from './filled-from';
import { SellerCalls } from './seller-calls';
import { draftLink, ownLotLink } from './seller-page';

/**
 * Where to go to list an unsold lot again: a draft made from it, or the lot as which it did come up again. Rejects with a Problem; a draft
 * that cannot be kept is said.
 */
export async function relisting(client: GavelClient, lot: string): Promise<{ readonly href: string } | { readonly notKept: NotKept }> {
  const sale = await new SellerCalls(client).sale(lot);
  if (sale.relistedAs) return { href: ownLotLink(sale.relistedAs) };
  const drafts = new Drafts(client.session.who?.account ?? '');
  const there = drafts.all().find(({ relists }) => relists === lot);
  if (there) return { href: draftLink(there.id) };
  const id = newId();
  const notKept = drafts.keep({ id, filled: filledFrom(await client.api.lot(lot), client.clock.now()), keptAt: Date.now(), relists: lot });
  return notKept ? { notKept } : { href: draftLink(id) };
}
