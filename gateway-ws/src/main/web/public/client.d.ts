/**
 * The client of a Gavel gateway, as it is served at `/client.js`. It needs nothing but a `WebSocket` and `fetch`. Amounts are in a
 * currency's minor unit, instants are ISO 8601 in UTC, ids are UUIDs. What travels is described in docs/protocol.
 */

/** A WebSocket, as far as the client uses one. */
type Socket = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'onmessage' | 'onclose'>;

/** What a device may notice about itself: it lost its network, has it back, or its user looks at the page again. */
type Noticed = 'offline' | 'online' | 'shown';

/**
 * What the client needs of the place it runs in. All of it has a default that does in browsers, workers, Deno, Bun and Node from 22 on;
 * each can be given instead, for example `connect` where there is no `WebSocket`, or all of it in a test that makes time go by itself.
 */
interface Surroundings {
    /** A clock that only goes forward and that nobody sets, in milliseconds. */
    now(): number;
    /** What this machine holds for the time, in milliseconds since the epoch; only a first guess. */
    wallClock(): number;
    /** Calls once, in so many milliseconds; the answer prevents it. */
    later(inMs: number, call: () => void): () => void;
    /** Chance, from 0 to below 1. */
    random(): number;
    /** A UUID that nobody else has. */
    newId(): string;
    /** Begins to connect; failures are told by `onclose`. */
    connect(url: string, protocol: string): Socket;
    /** An HTTP call. */
    fetch(url: string, request: RequestInit): Promise<Response>;
    /** Tells what the device notices until the answer is called. */
    notice(listener: (what: Noticed) => void): () => void;
}

/** What is wrong with one field of what was asked. */
interface FieldError {
    readonly field: string;
    readonly message: string;
}

/** An answer that is not a success, as problem+json (RFC 9457) tells it; status 0 when there was no answer at all. */
declare class Problem extends Error {
    readonly status: number;
    readonly errors: readonly FieldError[];
    /** When it may be asked again, in milliseconds, if the server said so. */
    readonly retryAfterMs?: number | undefined;
    constructor(status: number, message: string, errors?: readonly FieldError[], 
    /** When it may be asked again, in milliseconds, if the server said so. */
    retryAfterMs?: number | undefined);
}

/** Where a lot is in its life. */
type LotStatus = 'scheduled' | 'open' | 'paused' | 'closed';

/** How a lot ended. */
type Outcome = 'sold' | 'unsold' | 'cancelled';

/** What the public knows of a reserve. */
type Reserve = 'none' | 'not-met' | 'met';

/** Every event, or the newest. */
type Feed = 'log' | 'state';

/** How a lot is sold. */
type Format = 'english' | 'sealed-first-price' | 'vickrey' | 'dutch';

/** How long a lot can be bought at once. */
type BuyNowPolicy = 'until-first-bid' | 'until-reserve-met' | 'until-price-reaches';

/** By which step bids rise, from which price on; sorted. */
type Ladder = ReadonlyArray<readonly [from: number, step: number]>;

/** The part of a lot that never changes after it was listed; each format has its own fields. */
interface LotRules {
    readonly id: string;
    readonly seller: string;
    readonly title: string;
    readonly description: string;
    /** The ids of its photos, the cover first; absent where there is none. One is at `/api/v1/photos/<id>/800.jpg`, and in 320 and 1600. */
    readonly photos?: readonly string[];
    readonly format: Format;
    readonly currency: string;
    readonly startingPrice: number;
    readonly listedAt: string;
    /** The SHA-256 of the rules as they were listed. */
    readonly rulesHash: string;
    readonly opensAt?: string | null;
    readonly absenteeBids?: boolean;
    /** English only. */
    readonly increments?: Ladder;
    readonly softClose?: {
        readonly window: string;
        readonly extension: string;
        readonly maxExtension?: string | null;
    } | null;
    /** How many times the next minimum a bid may be before it has to be confirmed; null if never. */
    readonly largeBidFactor?: number | null;
    readonly ownRaise?: 'keeps-price' | 'completes-step';
    readonly estimate?: number | null;
    readonly buyNow?: {
        readonly price: number;
        readonly policy: BuyNowPolicy;
        readonly reaches?: number;
    } | null;
    readonly retraction?: boolean;
    /** Dutch only: the price falls by `step` with every `tick` (ISO duration), never below `floor`. */
    readonly step?: number;
    readonly tick?: string;
    readonly floor?: number;
}

/** A public event: what happened, and what is true after it. */
interface LotEvent {
    readonly lot: string;
    readonly version: number;
    readonly at: string;
    /** Of the command that led to it. */
    readonly offset: number;
    /** `bid`, `extended`, `closed`, …; docs/protocol has them all. */
    readonly type: string;
    readonly status: LotStatus;
    readonly price: number;
    readonly leader?: number | null;
    readonly next: number;
    readonly bids: number;
    readonly closesAt: string;
    readonly reserve: Reserve;
    /** The SHA-256 of the exact bytes of the event before, in lower-case hex; 64 zeros in version 1. */
    readonly prev: string;
    /** Of `listed` only, with what follows. */
    readonly seller?: string;
    readonly title?: string;
    readonly description?: string;
    readonly photos?: readonly string[];
    readonly rules?: Readonly<Record<string, unknown>>;
    readonly rulesHash?: string;
    readonly paddle?: number;
    readonly amount?: number;
    /** How many bids were taken back. */
    readonly retracted?: number;
    /** By how many minutes the auctioneer moved the end. */
    readonly minutes?: number;
    /** Of `extended` with the reason `outage`, with `until`: nobody could bid meanwhile, and the end moved by just that time. */
    readonly from?: string;
    readonly until?: string;
    readonly reason?: string;
    readonly outcome?: Outcome;
    readonly hammer?: number;
    readonly winner?: number;
}

/** A lot as `GET /api/v1/lots` tells it: its rules and its newest event. */
interface Lot extends LotRules {
    readonly version: number;
    readonly event: LotEvent;
}

/**
 * What the log decided on one of one's own commands; told on all of the account's connections. With `advisory` it is only what the gateway
 * knows the log would say: told on the connection that asked with `insist: false`, stored nowhere, and without `at`, `partition` and `offset`.
 */
interface Decision {
    readonly type: 'decision';
    readonly id: string;
    readonly lot: string;
    readonly by: string;
    readonly outcome: 'accepted' | 'rejected';
    /** Why it was rejected, as a stable word: `too-low`, `closed`, …; docs/protocol has them all. */
    readonly reason?: string;
    readonly detail?: string;
    readonly leading?: boolean;
    readonly version?: number;
    readonly price?: number;
    readonly next?: number;
    /** One's own maximum after it. */
    readonly max?: number;
    readonly paddle?: number;
    /** When the log took the command: the time that counts. */
    readonly at?: string;
    readonly partition?: number;
    readonly offset?: number;
    readonly advisory?: true;
}

/** Somebody else leads now. */
interface Outbid {
    readonly type: 'outbid';
    readonly lot: string;
    readonly version: number;
    readonly price: number;
    readonly next: number;
    readonly at: string;
}

/** What is known of a lot's sale; `private` is for its buyer and its seller. */
interface Sale {
    readonly type: 'sale';
    readonly lot: string;
    readonly outcome: Outcome;
    readonly state: string;
    readonly hammer?: number;
    readonly winner?: number;
    readonly currency: string;
    readonly at: string;
    readonly private?: {
        readonly role: 'buyer' | 'seller' | 'underbidder';
        readonly buyer?: string;
        readonly seller?: string;
        readonly offer?: {
            readonly price: number;
            readonly until?: string;
        };
    };
}

/** Something was refused. */
interface ErrorFrame {
    readonly type: 'error';
    /** A stable word, such as `busy`. */
    readonly code: string;
    readonly message: string;
    readonly id?: string;
    readonly lot?: string;
    readonly retryAfterMs?: number;
}

/** What a gateway says. */
type ServerFrame = {
    readonly type: 'welcome';
    readonly session: string;
    readonly serverTime: string;
    readonly heartbeatSeconds: number;
    readonly limits: {
        readonly frameBytes: number;
        readonly watchedLots: number;
        readonly queueBytes: number;
    };
} | {
    readonly type: 'authenticated';
    readonly account: string;
    readonly roles: readonly string[];
} | {
    readonly type: 'snapshot';
    readonly lot: string;
    readonly version: number;
    readonly recovered: boolean;
    readonly static: LotRules;
    readonly event: LotEvent;
} | {
    readonly type: 'log';
    readonly lot: string;
    readonly recovered?: boolean;
    readonly events: readonly LotEvent[];
} | {
    readonly type: 'state';
    readonly event: LotEvent;
} | {
    readonly type: 'heartbeat';
    readonly serverTime: string;
    readonly versions: Readonly<Record<string, number>>;
} | {
    readonly type: 'pong';
    readonly t: number;
    readonly serverTime: string;
} | Decision | Outbid | Sale | ErrorFrame;

/** What a client says. */
type ClientFrame = {
    readonly type: 'auth';
    readonly token: string;
} | {
    readonly type: 'watch';
    readonly lot: string;
    readonly feed: Feed;
    readonly after?: number;
} | {
    readonly type: 'unwatch';
    readonly lot: string;
} | {
    readonly type: 'bid';
    readonly id: string;
    readonly lot: string;
    readonly amount: number;
    readonly confirmLarge?: true;
    readonly insist?: boolean;
} | {
    readonly type: 'ping';
    readonly t: number;
};

/** What a seller says to list a lot; docs/protocol says which field belongs to which format. */
interface Listing {
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
    readonly softClose?: {
        readonly window: string;
        readonly extension: string;
        readonly maxExtension?: string;
    };
    readonly estimate?: number;
    readonly buyNow?: {
        readonly price: number;
        readonly policy: BuyNowPolicy;
        readonly reaches?: number;
    };
    readonly retraction?: boolean;
    readonly step?: number;
    readonly tick?: string;
    readonly floor?: number;
}

/** Which lots are wanted, and in which order; docs/protocol has what each means. Absent: any, ending soonest first. */
interface LotsWanted {
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
interface LotPage {
    readonly items: readonly Lot[];
    readonly cursor: string | null;
}

/** What can be asked of a lot without naming an amount. */
type Taking = 'buy-now' | 'accept-price';

/** What the demo issuer answers. */
interface DemoToken {
    readonly token: string;
    readonly account: string;
    readonly roles: readonly string[];
}

/** The HTTP calls; all reject with a {@link Problem}. Where somebody must be signed in, the session's token goes along. */
declare class Api {
    #private;
    /** The first lots of a status, those ending soonest first. */
    lotsBy(status: LotStatus, limit: number): Promise<readonly Lot[]>;
    /** One page of the lots that are wanted. */
    lots(wanted: LotsWanted): Promise<LotPage>;
    /** One lot, as it is now. */
    lot(lot: string): Promise<Lot>;
    /** Up to `limit` public events of a lot behind version `after`. */
    logOf(lot: string, after: number, limit: number): Promise<readonly LotEvent[]>;
    /** The same as texts, each the exact bytes of an event, which is what hashes are made of; at most 10,000. */
    logLines(lot: string, after: number, limit: number): Promise<readonly string[]>;
    /** Lists a lot; the session must be a seller's. */
    list(listing: Listing): Promise<Lot>;
    /** Buys a lot or accepts its price under an id; undefined while that is not decided. Asking again under the same id is harmless. */
    take(lot: string, what: Taking, id: string): Promise<Decision | undefined>;
    /** What became of one's own bid; rejects with status 404 while nothing did. */
    decisionOn(bid: string): Promise<Decision>;
    /** The signed receipt for one's own bid, a compact JWS; rejects with status 404 where there is none. */
    receipt(bid: string): Promise<string>;
    /** A token of the demo issuer, for whoever one says to be; rejects with status 404 where a gateway has none. */
    demoToken(user: string, roles: readonly string[]): Promise<DemoToken>;
}

/** Whoever wants to hear of a `T`; `on` answers with how to stop. */
declare class Listeners<T> {
    #private;
    /** Tells `listener` of each from now on, until the answer is called. */
    on(listener: (what: T) => void): () => void;
}

/** `offline` means that nothing is being tried: the device has no network, the server asked not to come back, or the client was closed. */
type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline';

/** A frame and the text it was read from, whose bytes are what hashes are made of. */
interface Received {
    readonly frame: ServerFrame;
    readonly text: string;
}

/**
 * One WebSocket to the gateway that is put up again whenever it falls, as long as the server does not forbid it (close codes 4500 to 4999):
 * after a wait left wholly to chance up to a bound that doubles from 0.5 s to 15 s, and never before a delay the server asked for.
 * It counts as fallen when nothing was heard for 2.5 heartbeats.
 */
declare class Connection {
    #private;
    /** Each change of {@link Connection.state}. */
    readonly states: Listeners<ConnectionState>;
    /** Every frame of the server. */
    readonly frames: Listeners<ServerFrame>;
    /** The same, with their texts; told before {@link Connection.frames}. */
    readonly received: Listeners<Received>;
    /** How it is now. */
    get state(): ConnectionState;
    /** Connects now, unless it is connected or the server asked to wait. */
    open(): void;
    /** Gives up the present socket and connects anew, for example as somebody else. */
    reopen(): void;
    /** Ends it for good, until somebody opens it again. */
    close(): void;
    /** Sends when live; answers whether it did. That it was sent does not mean that it arrives. */
    send(frame: ClientFrame): boolean;
}

/**
 * The server's time, as far as a client can know it: of the last eight ping round trips the one that leaves the least room for error
 * counts, which is the fastest unless it is old. A monotonic clock is used throughout, so a change of the device's clock moves nothing;
 * where that clock stood still while the device slept, what was known before is given up as soon as a round trip contradicts it.
 */
declare class ServerClock {
    #private;
    /** Milliseconds since the epoch on the server, right to within {@link ServerClock.errorMs}. */
    now(): number;
    /** How wrong {@link ServerClock.now} can be at the most, in milliseconds: half of a round trip, and what clocks drift since. Infinity before the first. */
    get errorMs(): number;
    /** How much this machine's clock is behind the server's, in milliseconds; below zero where it is ahead. */
    get offsetMs(): number;
    /** How many round trips it rests on, at most eight. */
    get samples(): number;
}

/** Where a session and what belongs to it are kept, for example `sessionStorage`. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Gets a token, and a new one each time it is asked. */
type TokenSource = () => string | Promise<string>;

/** An account that is signed in. */
interface SignedIn {
    readonly account: string;
    /** Some of `BIDDER`, `SELLER`, `OPERATOR`. */
    readonly roles: readonly string[];
    readonly token: string;
}

/** Who this client is: somebody with a token, or a spectator. */
declare class Session {
    #private;
    /** Somebody else, or nobody: told when the account is known, or given up. */
    readonly changes: Listeners<SignedIn | undefined>;
    /** Another token: of the same account (`renewed`), or of whoever it says. */
    readonly tokens: Listeners<"renewed" | "replaced">;
    /** Undefined for a spectator, and while the gateway has not said yet whose token it is. */
    get who(): SignedIn | undefined;
    /** What is said to the gateway; undefined for a spectator. */
    get token(): string | undefined;
    /** Whether tokens can be renewed without anybody being asked. */
    get canRenew(): boolean;
    /** Whether somebody with this role is signed in. */
    may(role: string): boolean;
    /** Signs in at the demo issuer, as whoever one likes to be; rejects with a {@link Problem}. The token is renewed before it expires. */
    signIn(user: string, roles: readonly string[]): Promise<void>;
    /** Signs in with a token of any issuer the gateway trusts, or with what gets one: it is asked again before the token expires. */
    use(token: string | TokenSource): Promise<void>;
    /** Takes another token of the same account, which goes on in place: nothing is interrupted. */
    renew(token: string): void;
    /** Goes on as a spectator. */
    signOut(): void;
}

/**
 * What became of a bid, or of taking a lot at once:
 *
 * - `decided`: the log has decided, accepted or rejected; final. With `decision.advisory` the log was not asked and would reject it, too.
 * - `refused`: it was refused before the log; nothing was bid.
 * - `undecided`: it may have reached the log, and nobody could say within two minutes what became of it. It may be decided yet: ask for
 *   its decision, or place it again under the same id, which cannot count twice.
 * - `not-sent`: nothing left here, or all there is are answers that nothing was put into the log; nothing was bid.
 */
type BidResult = {
    readonly kind: 'decided';
    readonly id: string;
    readonly decision: Decision;
} | {
    readonly kind: 'refused';
    readonly id: string;
    readonly error: ErrorFrame;
} | {
    readonly kind: 'undecided' | 'not-sent';
    readonly id: string;
    readonly error?: ErrorFrame;
};

/** How a bid is placed. */
interface BidOptions {
    /** A UUID; a new one by default. The same id is decided once, whoever sends it how often, so keep it to go on with the bid after a restart. */
    readonly id?: string;
    /** The amount is meant although it is far above the next minimum; without it such a bid is rejected as `confirm-large`. */
    readonly confirmLarge?: boolean;
    /** `true` asks the log even for what the gateway knows to be too low, `false` has the gateway say so at once; by default as the gateway is set. */
    readonly insist?: boolean;
}

/**
 * Places bids. One that is not answered is sent again under the same id, which can never count twice, but only for 30 s: after that it is
 * only looked up, up to two minutes in all, so that nothing is bid long after it was meant.
 */
declare class BidDesk {
    #private;
    /** Every decision for this account, also on bids from elsewhere. */
    readonly decisions: Listeners<Decision>;
    /** Whether a bid can be sent now: the connection is live and signed in. */
    get open(): boolean;
    /** Bids `amount`, in minor units. Never rejects, and is settled within two minutes and 15 s; see {@link BidResult}. */
    place(lot: string, amount: number, options?: BidOptions): Promise<BidResult>;
    /** Pursues no bid any longer; what is not known of them stays so. */
    giveUp(): void;
}

/** What only this account knows about its bidding on a lot. */
interface OwnBid {
    readonly paddle: number;
    readonly max: number | undefined;
}

/** The own paddle and maximum per lot, learnt from decisions; of the last 200 lots, kept where the session is. */
declare class OwnBids {
    #private;
    /** The lots of which something was learnt. */
    readonly changes: Listeners<string>;
    /** Undefined where nothing is known yet. */
    of(account: string | undefined, lot: string): OwnBid | undefined;
}

/** How far somebody has seen a lot's log: a version, and the SHA-256 of that event's exact bytes, which the next event's `prev` must be. */
interface Position {
    readonly version: number;
    /** 64 hex digits; absent where only the version is known. */
    readonly hash?: string;
}

/** Who watches a lot. */
interface LotWatcher {
    /**
     * The `log` feed: each event once and in order, without a hole. The `state` feed: the newest event, some left out.
     * The first one is what is true now, unless an `after` was given. `rules` are the lot's unchanging part, as soon as it is known.
     */
    readonly onEvent: (event: LotEvent, rules: LotRules | undefined) => void;
    /** The gateway could not go on behind `after`, and goes on with the event of `version` instead, which is told next; the `log` feed only. */
    readonly onMissed?: (missed: {
        readonly after: number;
        readonly version: number;
    }) => void;
    /**
     * The lot cannot be watched (`unknown-lot`, `busy`); or, with the code `broken-log`, its log does not prove itself: an event does not
     * have the hash of the one before it, or there are fewer events than there were. Nothing more is told then.
     */
    readonly onError?: (error: ErrorFrame) => void;
}

/** How a lot is watched. */
interface WatchOptions {
    /** `log` (default): every event. `state`: the newest, at most 20 a second, for lists and overviews. */
    readonly feed?: Feed;
    /** Go on behind this version, however long ago that was, instead of beginning with what is true now; 0 is the whole log. The `log` feed only. */
    readonly after?: number | Position;
}

/** A watch that goes on until it is stopped. */
interface Watching {
    /** How far it is: what to give as `after` to go on there another time, from anywhere. Undefined before the first event. */
    readonly position: Position | undefined;
    readonly stop: () => void;
}

/** What a client may be told; all of it has a default. */
interface GavelClientOptions {
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
declare class GavelClient {
    #private;
    /** The server's time. */
    readonly clock: ServerClock;
    /** Who one is. */
    readonly session: Session;
    /** The HTTP calls. */
    readonly api: Api;
    /** What only this account knows: its paddles and maxima. */
    readonly ownBids: OwnBids;
    /** Told when somebody else takes the lead from this account. */
    readonly outbids: Listeners<Outbid>;
    /** Told when a watched lot is sold, and when one's own sale changes. */
    readonly sales: Listeners<Sale>;
    /** Why the session ended although nobody signed out. */
    readonly sessionsLost: Listeners<string>;
    /** What goes over the wire. */
    readonly connection: Connection;
    /** Where bids are placed, and decisions told. */
    readonly bids: BidDesk;
    /** Begins to connect at once. Throws if there is no `url` and this module did not come from a server. */
    constructor({ url, store, surroundings }?: GavelClientOptions);
    /** Resolves when the connection is live and, if there is a session, signed in; rejects with a sentence if it is not within 15 s. */
    ready(): Promise<void>;
    /** Resolves when the clock rests on five round trips, half a second after connecting; rejects with a sentence if it does not within 15 s. */
    synced(): Promise<ServerClock>;
    /** Watches a lot until it is stopped, over all reconnects. */
    watch(lot: string, watcher: LotWatcher, options?: WatchOptions): Watching;
    /** Bids `amount`, in minor units: on an English lot the most one is willing to pay. Never rejects; see {@link BidResult}. */
    bid(lot: string, amount: number, options?: BidOptions): Promise<BidResult>;
    /** Buys a lot, or accepts the price a Dutch lot has fallen to. */
    take(lot: string, what: Taking): Promise<BidResult>;
    /** Ends the connection and all that depends on it; bids without a decision settle as what is known of them. */
    close(): void;
}

export {
  GavelClient,
  Problem,
  type Api,
  type BidDesk,
  type BidOptions,
  type BidResult,
  type BuyNowPolicy,
  type ClientFrame,
  type Connection,
  type ConnectionState,
  type Decision,
  type DemoToken,
  type ErrorFrame,
  type Feed,
  type FieldError,
  type Format,
  type GavelClientOptions,
  type Ladder,
  type Listeners,
  type Listing,
  type Lot,
  type LotEvent,
  type LotPage,
  type LotRules,
  type LotStatus,
  type LotWatcher,
  type LotsWanted,
  type Noticed,
  type Outbid,
  type Outcome,
  type OwnBid,
  type OwnBids,
  type Position,
  type Received,
  type Reserve,
  type Sale,
  type ServerClock,
  type ServerFrame,
  type Session,
  type SignedIn,
  type Socket,
  type Store,
  type Surroundings,
  type Taking,
  type TokenSource,
  type WatchOptions,
  type Watching,
};
