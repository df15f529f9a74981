import type { GavelClient } from '../client/gavel-client';
import type { LotStatus, Outcome } from '../client/protocol';
import type { BillLine } from '../costs/costs';

export const STANDINGS = ['leading', 'outbid', 'placed', 'won', 'lost'] as const;
/** How one stands on a lot: `placed` where nobody may know yet, a sealed bid or one before the opening. */
export type OwnStanding = (typeof STANDINGS)[number];

/** A lot one has bid on, as `GET /api/v1/me/bids` tells it. */
export interface BidOn {
  readonly lot: string;
  readonly title: string;
  readonly currency: string;
  readonly paddle: number;
  /** One's highest maximum. */
  readonly max: number;
  readonly standing: OwnStanding;
  readonly status: LotStatus;
  readonly price: number;
  readonly next: number;
  readonly closesAt: string;
}

export type SaleState = 'awaiting-payment' | 'paid' | 'defaulted' | 'offered' | 'sold-by-offer' | 'unsold' | 'cancelled';

/** A sale that concerns one, as `GET /api/v1/me/sales` tells it; who bought is only there for whom it concerns. */
export interface Purchase {
  readonly lot: string;
  readonly version: number;
  readonly title: string;
  readonly outcome: Outcome;
  readonly state: SaleState;
  readonly hammer?: number;
  readonly currency: string;
  readonly at: string;
  readonly buyer?: string;
  readonly seller: string;
  readonly offer?: { readonly to: string; readonly price: number; readonly until?: string };
}

export interface Charge {
  readonly charge: string;
  readonly debtor: string;
  readonly amount: number;
  readonly status: 'asked' | 'declined' | 'taken' | 'owed-back' | 'given-back';
}

export interface IssuedDocument {
  readonly name: string;
  readonly kind: 'invoice' | 'credit-note' | 'statement';
  readonly at: string;
}

/** All of a sale, as `GET /api/v1/sales/{lot}` tells it; of a sale from before bills were kept, less. */
export interface PurchaseInFull extends Purchase {
  /** When something happens by itself: the deadline of whoever is to act. */
  readonly until?: string;
  readonly lines?: readonly BillLine[];
  readonly total?: number;
  readonly charges?: readonly Charge[];
  readonly documents?: readonly IssuedDocument[];
  readonly history?: ReadonlyArray<{ readonly revision: number; readonly at: string; readonly what: string; readonly state: SaleState }>;
}

/** One page, and where the next begins; null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}

const BIDS_A_PAGE = '20';
const SALES_A_PAGE = '20';

export async function bidsOn(client: GavelClient, standing: OwnStanding | undefined, cursor?: string): Promise<Page<BidOn>> {
  return asked(client, '/api/v1/me/bids', { limit: BIDS_A_PAGE, standing, cursor });
}

export async function purchases(client: GavelClient, state: SaleState | undefined, cursor?: string): Promise<Page<Purchase>> {
  return asked(client, '/api/v1/me/sales', { role: 'buyer', limit: SALES_A_PAGE, state, cursor });
}

export async function purchase(client: GavelClient, lot: string): Promise<PurchaseInFull> {
  return (await (await client.call(`/api/v1/sales/${encodeURIComponent(lot)}`)).json()) as PurchaseInFull;
}

/** Pays again, or answers an offer, under a key: sent again with it, it is answered and not done again. */
export async function act(client: GavelClient, lot: string, what: 'pay' | 'accept' | 'decline', key: string): Promise<PurchaseInFull> {
  return (await (await client.call(`/api/v1/sales/${encodeURIComponent(lot)}/${what}`, { body: {}, idempotencyKey: key })).json()) as PurchaseInFull;
}

export async function documentOf(client: GavelClient, lot: string, name: string, as: 'pdf' | 'html'): Promise<Blob> {
  return (await client.call(`/api/v1/sales/${encodeURIComponent(lot)}/documents/${encodeURIComponent(name)}.${as}`)).blob();
}

async function asked<T>(client: GavelClient, path: string, wanted: Record<string, string | undefined>): Promise<Page<T>> {
  const given = Object.entries(wanted).filter((each): each is [string, string] => each[1] !== undefined);
  return (await (await client.call(`${path}?${new URLSearchParams(given)}`)).json()) as Page<T>;
}
