/* What travels between a client and the gateway; see docs/protocol/README.md. Amounts are minor units, instants ISO 8601 in UTC. */

/** Where a lot is in its life. */
export type LotStatus = 'scheduled' | 'open' | 'paused' | 'closed';
/** How a lot ended. */
export type Outcome = 'sold' | 'unsold' | 'cancelled';
/** What the public knows of a reserve. */
export type Reserve = 'none' | 'not-met' | 'met';
/** Every event, or the newest. */
export type Feed = 'log' | 'state';
/** How a lot is sold. */
export type Format = 'english' | 'sealed-first-price' | 'vickrey' | 'dutch';
/** How long a lot can be bought at once. */
export type BuyNowPolicy = 'until-first-bid' | 'until-reserve-met' | 'until-price-reaches';
/** By which step bids rise, from which price on; sorted. */
export type Ladder = ReadonlyArray<readonly [from: number, step: number]>;

/** The part of a lot that never changes after it was listed; each format has its own fields. */
export interface LotRules {
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
  readonly softClose?: { readonly window: string; readonly extension: string; readonly maxExtension?: string | null } | null;
  /** How many times the next minimum a bid may be before it has to be confirmed; null if never. */
  readonly largeBidFactor?: number | null;
  readonly ownRaise?: 'keeps-price' | 'completes-step';
  readonly estimate?: number | null;
  readonly buyNow?: { readonly price: number; readonly policy: BuyNowPolicy; readonly reaches?: number } | null;
  readonly retraction?: boolean;
  /** Dutch only: the price falls by `step` with every `tick` (ISO duration), never below `floor`. */
  readonly step?: number;
  readonly tick?: string;
  readonly floor?: number;
}

/** A public event: what happened, and what is true after it. */
export interface LotEvent {
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
export interface Lot extends LotRules {
  readonly version: number;
  readonly event: LotEvent;
}

/**
 * What the log decided on one of one's own commands; told on all of the account's connections. With `advisory` it is only what the gateway
 * knows the log would say: told on the connection that asked with `insist: false`, stored nowhere, and without `at`, `partition` and `offset`.
 */
export interface Decision {
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
export interface Outbid {
  readonly type: 'outbid';
  readonly lot: string;
  readonly version: number;
  readonly price: number;
  readonly next: number;
  readonly at: string;
}

/** What is known of a lot's sale; `private` is for its buyer and its seller. */
export interface Sale {
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
    readonly offer?: { readonly price: number; readonly until?: string };
  };
}

/** Something was refused. */
export interface ErrorFrame {
  readonly type: 'error';
  /** A stable word, such as `busy`. */
  readonly code: string;
  readonly message: string;
  readonly id?: string;
  readonly lot?: string;
  readonly retryAfterMs?: number;
}

/** What a gateway says. */
export type ServerFrame =
  | {
      readonly type: 'welcome';
      readonly session: string;
      readonly serverTime: string;
      readonly heartbeatSeconds: number;
      readonly limits: { readonly frameBytes: number; readonly watchedLots: number; readonly queueBytes: number };
    }
  | { readonly type: 'authenticated'; readonly account: string; readonly roles: readonly string[] }
  | { readonly type: 'snapshot'; readonly lot: string; readonly version: number; readonly recovered: boolean; readonly static: LotRules; readonly event: LotEvent }
  | { readonly type: 'log'; readonly lot: string; readonly recovered?: boolean; readonly events: readonly LotEvent[] }
  | { readonly type: 'state'; readonly event: LotEvent }
  | { readonly type: 'heartbeat'; readonly serverTime: string; readonly versions: Readonly<Record<string, number>> }
  | { readonly type: 'pong'; readonly t: number; readonly serverTime: string }
  | Decision
  | Outbid
  | Sale
  | ErrorFrame;

/** What a client says. */
export type ClientFrame =
  | { readonly type: 'auth'; readonly token: string }
  | { readonly type: 'watch'; readonly lot: string; readonly feed: Feed; readonly after?: number }
  | { readonly type: 'unwatch'; readonly lot: string }
  | { readonly type: 'bid'; readonly id: string; readonly lot: string; readonly amount: number; readonly confirmLarge?: true; readonly insist?: boolean }
  | { readonly type: 'ping'; readonly t: number };
