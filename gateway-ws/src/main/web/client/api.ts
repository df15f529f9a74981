import type { Http } from './http';
import type { BuyNowPolicy, Decision, Format, Ladder, Lot, LotEvent, LotStatus } from './protocol';

const LOTS = '/api/v1/lots';

/** What a seller says to list a lot; docs/protocol says which field belongs to which format. */
export interface Listing {
  readonly title: string;
  readonly description: string;
  /** Ids of photos that were sent before, the cover first; at most 12. */
  readonly photos?: readonly string[];
  readonly format: Format;
  readonly currency: string;
  readonly startingPrice: number;
  readonly reserve?: number;
  readonly opensAt?: string;
  readonly closesAt: string;
  readonly absenteeBids?: boolean;
  readonly linkedAccounts?: readonly string[];
  readonly increments?: 'ebay-us' | Ladder;
  readonly softClose?: { readonly window: string; readonly extension: string; readonly maxExtension?: string };
  readonly estimate?: number;
  readonly buyNow?: { readonly price: number; readonly policy: BuyNowPolicy; readonly reaches?: number };
  readonly retraction?: boolean;
  readonly step?: number;
  readonly tick?: string;
  readonly floor?: number;
}

/** Which lots are wanted, and in which order; docs/protocol has what each means. Absent: any, ending soonest first. */
export interface LotsWanted {
  readonly q?: string;
  readonly status?: LotStatus;
  readonly format?: Format;
  readonly sort?: 'closing' | '-closing' | 'newest' | 'price' | '-price' | 'bids' | 'relevance';
  /** 1 to 200; 50 by default. */
  readonly limit?: number;
  /** Of the page before, with the same wishes otherwise. */
  readonly cursor?: string;
}

/** One page of lots, and where the next begins; null on the last one. */
export interface LotPage {
  readonly items: readonly Lot[];
  readonly cursor: string | null;
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
    return (await this.lots({ status, limit })).items;
  }

  /** One page of the lots that are wanted. */
  async lots(wanted: LotsWanted): Promise<LotPage> {
    const asked = new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)]));
    return (await (await this.#http.call(`${LOTS}?${asked}`)).json()) as LotPage;
  }

  /** One lot, as it is now. */
  async lot(lot: string): Promise<Lot> {
    return (await (await this.#http.call(`${LOTS}/${encodeURIComponent(lot)}`)).json()) as Lot;
  }

  /** Up to `limit` public events of a lot behind version `after`. */
  async logOf(lot: string, after: number, limit: number): Promise<readonly LotEvent[]> {
    return (await this.logLines(lot, after, limit)).map((line) => JSON.parse(line) as LotEvent);
  }

  /** The same as texts, each the exact bytes of an event, which is what hashes are made of; at most 10,000. */
  async logLines(lot: string, after: number, limit: number): Promise<readonly string[]> {
    const lines = await (await this.#http.call(`${LOTS}/${encodeURIComponent(lot)}/log?after=${after}&limit=${limit}`)).text();
    return lines.split('\n').filter((line) => line.trim() !== '');
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

  /** The signed receipt for one's own bid, a compact JWS; rejects with status 404 where there is none. */
  async receipt(bid: string): Promise<string> {
    return (await this.#http.call(`/api/v1/bids/${encodeURIComponent(bid)}/receipt`, { token: this.#token() })).text();
  }

  /** A token of the demo issuer, for whoever one says to be; rejects with status 404 where a gateway has none. */
  async demoToken(user: string, roles: readonly string[]): Promise<DemoToken> {
    return (await (await this.#http.call('/demo/token', { body: { user, roles } })).json()) as DemoToken;
  }
}
