import type { Listing, LotPage, LotsWanted } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Decision, Lot } from '../client/protocol';
import type { Page } from '../page-by-page';
import type { IssuedDocument, SaleState, ToldSale } from '../sale';

/** A sale as its seller may see it; lists have it without what he gets and the documents. */
export interface SellersSale extends ToldSale {
  readonly until?: string;
  readonly relistedAs?: string;
  readonly net?: number;
  readonly documents?: readonly IssuedDocument[];
}

/** What a seller asks for; all reject with a {@link Problem}. */
export class SellerCalls {
  readonly #client: GavelClient;

  constructor(client: GavelClient) {
    this.#client = client;
  }

  async ownLots(wanted: LotsWanted): Promise<LotPage> {
    const asked = new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)]));
    return (await this.#get(`/api/v1/me/lots?${asked}`)) as LotPage;
  }

  /** Own sales of one state, or of all, newest hammer first. */
  async sales(state: SaleState | undefined, limit: number, cursor?: string | null): Promise<Page<SellersSale>> {
    const asked = new URLSearchParams({ role: 'seller', limit: String(limit), ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) });
    return (await this.#get(`/api/v1/me/sales?${asked}`)) as Page<SellersSale>;
  }

  async sale(lot: string): Promise<SellersSale> {
    return (await this.#get(`/api/v1/sales/${encodeURIComponent(lot)}`)) as SellersSale;
  }

  /** Resolves if the listing could be listed now; writes nothing. */
  async check(listing: Listing): Promise<void> {
    await this.#client.call('/api/v1/lots/check', { body: listing });
  }

  /** Lists a lot; undefined while that is not decided. Under the same key, the same listing is the same lot. */
  list(listing: Listing, key: string): Promise<Lot | undefined> {
    return this.#listed('/api/v1/lots', listing, key);
  }

  /** Lists an unsold lot again, with the rules of this listing alone. */
  relist(lot: string, listing: Listing, key: string): Promise<Lot | undefined> {
    const absent = { photos: null, reserve: null, opensAt: null, softClose: null, estimate: null, buyNow: null, retraction: null, absenteeBids: null, linkedAccounts: null };
    const foreign = listing.format === 'dutch' ? {} : { step: null, tick: null, floor: null };
    return this.#listed(`/api/v1/sales/${encodeURIComponent(lot)}/relist`, { ...absent, ...foreign, ...listing }, key);
  }

  /** Cancels an own lot that has no bid yet; rejects with why it cannot be. */
  async cancel(lot: string, reason: string, id: string): Promise<void> {
    const answer = await this.#client.call(`/api/v1/lots/${encodeURIComponent(lot)}/cancel`, { body: { id, reason }, expected: 409 });
    const decision = (await answer.json()) as Partial<Decision>;
    if (decision.outcome === 'rejected') throw new Problem(409, decision.detail ?? decision.reason ?? '');
  }

  async #listed(path: string, body: object, key: string): Promise<Lot | undefined> {
    const answer = await this.#client.call(path, { body, idempotencyKey: key, expected: 409 });
    const told = (await answer.json()) as Lot | Decision | { status: string };
    if ('outcome' in told && told.outcome === 'rejected') throw new Problem(409, (told as Decision).detail ?? (told as Decision).reason ?? '');
    return answer.status === 202 ? undefined : (told as Lot);
  }

  async #get(path: string): Promise<unknown> {
    return (await this.#client.call(path)).json();
  }
}
