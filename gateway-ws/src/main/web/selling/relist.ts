import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { newId } from '../client/new-id';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import { Drafts, type NotKept } from './drafts';
import { filledFrom } from './filled-from';
import { SellerCalls } from './seller-calls';
import { draftLink, ownLotLink } from './seller-page';

/**
 * Goes from a page that is still shown then to where an unsold lot is listed again: a draft made from it, or the lot as which it did come up again.
 * Answers why that cannot be.
 */
export async function relist(page: Element & { readonly client: GavelClient }, lot: string): Promise<string | undefined> {
  try {
    const way = await wayToRelist(page.client, lot);
    if (!page.isConnected) return undefined;
    if ('notKept' in way) return sellingWords().form.notKept[way.notKept];
    location.hash = way.href;
    return undefined;
  } catch (failed) {
    if (!(failed instanceof Problem)) throw failed;
    return problemInWords(failed);
  }
}

async function wayToRelist(client: GavelClient, lot: string): Promise<{ readonly href: string } | { readonly notKept: NotKept }> {
  const sale = await new SellerCalls(client).sale(lot);
  if (sale.relistedAs) return { href: ownLotLink(sale.relistedAs) };
  const drafts = new Drafts(client.session.who?.account ?? '');
  const there = drafts.all().find(({ relists }) => relists === lot);
  if (there) return { href: draftLink(there.id) };
  const id = newId();
  const notKept = drafts.keep({ id, filled: filledFrom(await client.api.lot(lot), client.clock.now()), keptAt: Date.now(), relists: lot });
  return notKept ? { notKept } : { href: draftLink(id) };
}
