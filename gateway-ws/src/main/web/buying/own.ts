import type { GavelClient } from '../client/gavel-client';
import type { LotStatus } from '../client/protocol';
import type { BillLine } from '../costs/costs';
import type { Page } from '../page-by-page';
import type { Charge, IssuedDocument, SaleState, ToldSale } from '../sale';

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

/** A sale that concerns one, as `GET /api/v1/me/sales` tells it. */
export interface Purchase extends ToldSale {
  readonly version: number;
  readonly seller: string;
  readonly offer?: { readonly to: string; readonly price: number; readonly until?: string };
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

async function asked<T>(client: GavelClient, path: string, wanted: Record<string, string | undefined>): Promise<Page<T>> {
  const given = Object.entries(wanted).filter((each): each is [string, string] => each[1] !== undefined);
  return (await (await client.call(`${path}?${new URLSearchParams(given)}`)).json()) as Page<T>;
}
