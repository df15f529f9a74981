import type { Listing, LotPage, LotsWanted } from '../client/api';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Decision, Lot, Outcome } from '../client/protocol';

/** Where a sale is; docs/settlement.md has what leads from one to another. */
export type SaleState = 'awaiting-payment' | 'defaulted' | 'offered' | 'paid' | 'sold-by-offer' | 'unsold' | 'cancelled';

export interface SaleLine {
  readonly label: string;
  readonly amount: number;
}

/** A sale as its seller may see it; lists have it without proceeds and documents. */
export interface SellersSale {
  readonly lot: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly state: SaleState;
  readonly hammer?: number;
  readonly currency: string;
  readonly at: string;
  readonly buyer?: string;
  readonly until?: string;
  readonly relistedAs?: string;
  readonly proceeds?: readonly SaleLine[];
  readonly net?: number;
  readonly documents?: ReadonlyArray<{ readonly name: string; readonly kind: string; readonly at: string }>;
}

export interface SalePage {
  readonly items: readonly SellersSale[];
  readonly cursor: string | null;
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
  async sales(state: SaleState | undefined, limit: number, cursor?: string | null): Promise<SalePage> {
    const asked = new URLSearchParams({ role: 'seller', limit: String(limit), ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) });
    return (await this.#get(`/api/v1/me/sales?${asked}`)) as SalePage;
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

  /** A statement, as a file. */
  async document(lot: string, name: string, type: 'html' | 'pdf'): Promise<Blob> {
    return (await this.#client.call(`/api/v1/sales/${encodeURIComponent(lot)}/documents/${encodeURIComponent(name)}.${type}`)).blob();
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
