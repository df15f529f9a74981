import type { Http } from './http';
import type { Decision, Lot, LotEvent, LotStatus } from './protocol';

const LOTS = '/api/v1/lots';

/** What a seller says to list an English lot; docs/protocol has the fields of the other formats. */
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

/** What can be asked of a lot without naming an amount. */
export type Taking = 'buy-now' | 'accept-price';

/** What the demo issuer answers. */
export interface DemoToken {
  readonly token: string;
  readonly account: string;
  readonly roles: readonly string[];
}

/** The HTTP calls; all reject with a {@link Problem}. Where somebody must be signed in, the session's token goes along. */
export class Api {
  readonly #http: Http;
  readonly #token: () => string | undefined;

  /** @internal */
  constructor(http: Http, token: () => string | undefined) {
    this.#http = http;
    this.#token = token;
  }

  /** The first lots of a status, those ending soonest first. */
  async lotsBy(status: LotStatus, limit: number): Promise<readonly Lot[]> {
    const page = (await (await this.#http.call(`${LOTS}?status=${status}&limit=${limit}`)).json()) as { items: Lot[] };
    return page.items;
  }

  /** One lot, as it is now. */
  async lot(lot: string): Promise<Lot> {
    return (await (await this.#http.call(`${LOTS}/${encodeURIComponent(lot)}`)).json()) as Lot;
  }

  /** Up to `limit` public events of a lot behind version `after`. */
  async logOf(lot: string, after: number, limit: number): Promise<readonly LotEvent[]> {
    const lines = await (await this.#http.call(`${LOTS}/${encodeURIComponent(lot)}/log?after=${after}&limit=${limit}`)).text();
    return lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as LotEvent);
  }

  /** Lists a lot; the session must be a seller's. */
  async list(listing: Listing): Promise<Lot> {
    return (await (await this.#http.call(LOTS, { body: listing, token: this.#token() })).json()) as Lot;
  }

  /** Buys a lot or accepts its price under an id; undefined while that is not decided. Asking again under the same id is harmless. */
  async take(lot: string, what: Taking, id: string): Promise<Decision | undefined> {
    const answer = await this.#http.call(`${LOTS}/${encodeURIComponent(lot)}/${what}`, { body: { id }, token: this.#token(), expected: 409 });
    const told = (await answer.json()) as Decision | { status: string };
    return 'type' in told ? told : undefined;
  }

  /** What became of one's own bid; rejects with status 404 while nothing did. */
  async decisionOn(bid: string): Promise<Decision> {
    return (await (await this.#http.call(`/api/v1/bids/${encodeURIComponent(bid)}`, { token: this.#token() })).json()) as Decision;
  }

  /** A token of the demo issuer, for whoever one says to be; rejects with status 404 where a gateway has none. */
  async demoToken(user: string, roles: readonly string[]): Promise<DemoToken> {
    return (await (await this.#http.call('/demo/token', { body: { user, roles } })).json()) as DemoToken;
  }
}
