import { Api, type Taking } from './api';
import { Authentication } from './authentication';
import { BidDesk, type BidOptions } from './bid-desk';
import { ClockSync, FIRST_PINGS } from './clock-sync';
import { Connection } from './connection';
import { homeOf, socketOf } from './home';
import { Http, type Call } from './http';
import { Listeners } from './listeners';
import { OwnBids } from './own-bids';
import type { BidResult } from './pending-bid';
import type { Outbid, Sale, ServerFrame } from './protocol';
import { ServerClock } from './server-clock';
import { Session, type Store } from './session';
import { surroundingsWith, type Surroundings } from './surroundings';
import { taken } from './take-desk';
import type { LotWatcher } from './watched-lot';
import { Watches, type WatchOptions, type Watching } from './watches';
import { within } from './within';

const READY_WITHIN_MS = 15_000;

/** What a client may be told; all of it has a default. */
export interface GavelClientOptions {
  /** The gateway, such as `https://auction.example`; by default the server this module came from. */
  readonly url?: string | URL;
  /** Where the session is kept, such as `sessionStorage`; by default it ends with the client. */
  readonly store?: Store;
  /** What is different where it runs. */
  readonly surroundings?: Partial<Surroundings>;
}

/**
 * A client of one gateway: one connection, kept up until it is closed, for everything that is watched and bid.
 *
 *     const gavel = new GavelClient({ url: 'http://localhost:8080' });
 *     await gavel.session.signIn('alice', ['BIDDER']);
 *     await gavel.ready();
 *     gavel.watch(lot, { onEvent: (event) => console.log(event.version, event.type, event.price) });
 *     const result = await gavel.bid(lot, 12500);
 */
export class GavelClient {
  /** The server's time. */
  readonly clock: ServerClock;
  /** Who one is. */
  readonly session: Session;
  /** The HTTP calls. */
  readonly api: Api;
  /** What only this account knows: its paddles and maxima. */
  readonly ownBids: OwnBids;
  /** Told when somebody else takes the lead from this account. */
  readonly outbids = new Listeners<Outbid>();
  /** Told when a watched lot is sold, and when one's own sale changes. */
  readonly sales = new Listeners<Sale>();
  /** Why the session ended although nobody signed out. */
  readonly sessionsLost: Listeners<string>;

  /** What goes over the wire. */
  readonly connection: Connection;
  /** Where bids are placed, and decisions told. */
  readonly bids: BidDesk;

  readonly #around: Surroundings;
  readonly #http: Http;
  readonly #watches: Watches;
  readonly #sync: ClockSync;

  /** Begins to connect at once. Throws if there is no `url` and this module did not come from a server. */
  constructor({ url, store, surroundings }: GavelClientOptions = {}) {
    const around = (this.#around = surroundingsWith(surroundings));
    const home = homeOf(url);
    this.#http = new Http(home, around);
    this.api = new Api(this.#http, () => this.session.token);
    this.session = new Session(this.api, store);
    this.ownBids = new OwnBids(store);
    this.connection = new Connection(socketOf(home), around);
    this.clock = new ServerClock(around);
    this.#sync = new ClockSync(this.connection, this.clock, around);
    const authentication = new Authentication(this.connection, this.session, this.clock, around);
    this.sessionsLost = authentication.lost;
    this.#watches = new Watches(this.connection, around);
    this.bids = new BidDesk(this.connection, authentication, this.session, this.api, around);
    this.bids.decisions.on((decision) => this.ownBids.learn(decision));
    this.connection.frames.on((frame) => this.#received(frame));
    this.connection.open();
  }

  /** Resolves when the connection is live and, if there is a session, signed in; rejects with a sentence if it is not within 15 s. */
  ready(): Promise<void> {
    const { connection, bids, session } = this;
    const isReady = (): boolean => connection.state === 'live' && (bids.open || session.token === undefined);
    return within(this.#around, READY_WITHIN_MS, `the connection to be ready (it is ${connection.state})`, isReady, (look) => connection.frames.on(look));
  }

  /** Resolves when the clock rests on five round trips, half a second after connecting; rejects with a sentence if it does not within 15 s. */
  synced(): Promise<ServerClock> {
    const isSynced = (): boolean => this.clock.samples >= FIRST_PINGS;
    return within(this.#around, READY_WITHIN_MS, 'the clock to be set', isSynced, (look) => this.#sync.samples.on(look)).then(() => this.clock);
  }

  /** Watches a lot until it is stopped, over all reconnects. */
  watch(lot: string, watcher: LotWatcher, options?: WatchOptions): Watching {
    return this.#watches.watch(lot, watcher, options);
  }

  /** Bids `amount`, in minor units: on an English lot the most one is willing to pay. Never rejects; see {@link BidResult}. */
  bid(lot: string, amount: number, options?: BidOptions): Promise<BidResult> {
    return this.bids.place(lot, amount, options);
  }

  /** Buys a lot, or accepts the price a Dutch lot has fallen to. */
  async take(lot: string, what: Taking): Promise<BidResult> {
    const result = await taken(this.api, this.#around, lot, what);
    if (result.kind === 'decided') this.bids.decisions.tell(result.decision);
    return result;
  }

  /** @internal A call of the page's own, with the session's token unless another is given; rejects with a {@link Problem}. */
  call(path: string, call: Call = {}): Promise<Response> {
    return this.#http.call(path, { token: this.session.token, ...call });
  }

  /** Ends the connection and all that depends on it; bids without a decision settle as what is known of them. */
  close(): void {
    this.connection.close();
    this.bids.giveUp();
  }

  #received(frame: ServerFrame): void {
    if (frame.type === 'outbid') this.outbids.tell(frame);
    else if (frame.type === 'sale') this.sales.tell(frame);
  }
}
