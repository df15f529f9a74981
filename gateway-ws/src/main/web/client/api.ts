import { call } from './http';
import type { Decision, Lot, LotEvent, LotStatus } from './protocol';

const LOTS = '/api/v1/lots';

export interface Listing {
  readonly title: string;
  readonly description: string;
  readonly format: 'english';
  readonly currency: string;
  readonly startingPrice: number;
  readonly reserve?: number;
  readonly increments: 'ebay-us' | ReadonlyArray<readonly [number, number]>;
  readonly closesAt: string;
  readonly softClose?: { readonly window: string; readonly extension: string };
}

/** The first lots of a status, those ending soonest first. */
export async function lotsBy(status: LotStatus, limit: number): Promise<readonly Lot[]> {
  const page = (await (await call(`${LOTS}?status=${status}&limit=${limit}`)).json()) as { items: Lot[] };
  return page.items;
}

/** Up to `limit` public events of a lot behind version `after`. */
export async function logOf(lot: string, after: number, limit: number): Promise<readonly LotEvent[]> {
  const lines = await (await call(`${LOTS}/${encodeURIComponent(lot)}/log?after=${after}&limit=${limit}`)).text();
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LotEvent);
}

export async function list(listing: Listing, token: string | undefined): Promise<Lot> {
  return (await (await call(LOTS, { body: listing, token })).json()) as Lot;
}

/** What can be asked of a lot without naming an amount. */
export type Taking = 'buy-now' | 'accept-price';

/** Asks it under an id; undefined while it is not decided. Asking again under the same id is harmless. */
export async function take(lot: string, what: Taking, id: string, token: string | undefined): Promise<Decision | undefined> {
  const answer = await call(`${LOTS}/${encodeURIComponent(lot)}/${what}`, { body: { id }, token, expected: 409 });
  const told = (await answer.json()) as Decision | { status: string };
  return 'type' in told ? told : undefined;
}

/** What became of a bid; rejects with status 404 while nothing did. */
export async function decisionOn(bid: string, token: string | undefined): Promise<Decision> {
  return (await (await call(`/api/v1/bids/${bid}`, { token })).json()) as Decision;
}

export async function demoToken(user: string, roles: readonly string[]): Promise<{ token: string; account: string; roles: string[] }> {
  return (await (await call('/demo/token', { body: { user, roles } })).json()) as { token: string; account: string; roles: string[] };
}
