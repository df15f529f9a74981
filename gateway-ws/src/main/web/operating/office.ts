import type { GavelClient } from '../client/gavel-client';
import { newId } from '../client/new-id';
import type { Charge } from '../sale';
import { problemOf } from '../words/problem';

/** What is asked of settlement-service; docs/settlement.md has what each means. */

export interface WholeSale {
  readonly lot: string;
  readonly title: string;
  readonly state: string;
  readonly hammer?: number;
  readonly currency: string;
  readonly at: string;
  readonly buyer?: string;
  readonly seller: string;
  /** When something happens by itself. */
  readonly until?: string;
  readonly total?: number;
  readonly charges?: readonly Charge[];
  /** Oldest first. */
  readonly history?: ReadonlyArray<{ readonly at: string; readonly what: string; readonly state: string; readonly actor?: string; readonly note?: string }>;
}

/** Money that only an operator can see to. */
export interface Needed {
  readonly lot: string;
  readonly charge: string;
  readonly debtor: string;
  readonly amount: number;
  readonly currency: string;
  readonly what: 'unclear' | 'refund-unclear' | 'owed-back';
  readonly why: string;
  readonly since: string;
}

export interface Strikes {
  readonly account: string;
  readonly strikes: number;
  readonly suspended: boolean;
  readonly last: string;
}

export interface Bidder {
  readonly account: string;
  readonly strikes: number;
  readonly suspended: boolean;
  readonly history: ReadonlyArray<{ readonly at: string; readonly what: 'strike' | 'suspend' | 'reinstate'; readonly actor: string; readonly note: string }>;
}

const MOST = 20;

/** The sales an operator should look at, in full, and the money among them; the first twenty of each. */
export async function inNeed(client: GavelClient): Promise<{ readonly sales: readonly WholeSale[]; readonly needed: readonly Needed[]; readonly more: boolean }> {
  const [page, attention] = await Promise.all([
    read<{ items: ReadonlyArray<{ lot: string }>; cursor: string | null }>(client, `/api/v1/sales?attention=true&limit=${MOST}`),
    read<{ items: readonly Needed[] }>(client, `/api/v1/attention?limit=${MOST}`),
  ]);
  const lots = new Set([...attention.items, ...page.items].map(({ lot }) => lot));
  const sales = await Promise.all([...lots].map((lot) => read<WholeSale>(client, `/api/v1/sales/${encodeURIComponent(lot)}`)));
  return { sales, needed: attention.items, more: page.cursor !== null };
}

export async function strikes(client: GavelClient): Promise<readonly Strikes[]> {
  return (await read<{ items: readonly Strikes[] }>(client, '/api/v1/strikes?limit=100')).items;
}

export function bidder(client: GavelClient, account: string): Promise<Bidder> {
  return read<Bidder>(client, `/api/v1/bidders/${encodeURIComponent(account)}`);
}

/** The table of sales as a file: a link could not bring the token along. */
export async function table(client: GavelClient, attention: boolean): Promise<Blob> {
  return (await client.call(`/api/v1/sales.csv${attention ? '?attention=true' : ''}`)).blob();
}

/**
 * Sends a step that is done once however often it is sent: the same content again, such as after no answer, goes under the same key.
 * Answers why not, as the service says it; undefined when it is done.
 */
export function onceOnly(client: GavelClient, path: string): (body: object) => Promise<string | undefined> {
  const keys = new Map<string, string>();
  return async (body) => {
    const content = JSON.stringify(body);
    const idempotencyKey = keys.get(content) ?? newId();
    keys.set(content, idempotencyKey);
    return problemOf(() => client.call(path, { body, idempotencyKey }));
  };
}

async function read<Answer>(client: GavelClient, path: string): Promise<Answer> {
  return (await (await client.call(path)).json()) as Answer;
}
