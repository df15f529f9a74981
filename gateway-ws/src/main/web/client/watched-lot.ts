import { safely } from './listeners';
import type { ErrorFrame, Feed, LotEvent, LotRules } from './protocol';
import { sha256 } from './sha256';

/** How far somebody has seen a lot's log: a version, and the SHA-256 of that event's exact bytes, which the next event's `prev` must be. */
export interface Position {
  readonly version: number;
  /** 64 hex digits; absent where only the version is known. */
  readonly hash?: string;
}

/** Who watches a lot. */
export interface LotWatcher {
  /**
   * The `log` feed: each event once and in order, without a hole. The `state` feed: the newest event, some left out.
   * The first one is what is true now, unless an `after` was given. `rules` are the lot's unchanging part, as soon as it is known.
   */
  readonly onEvent: (event: LotEvent, rules: LotRules | undefined) => void;
  /** The gateway could not go on behind `after`, and goes on with the event of `version` instead, which is told next; the `log` feed only. */
  readonly onMissed?: (missed: { readonly after: number; readonly version: number }) => void;
  /**
   * The lot cannot be watched (`unknown-lot`, `busy`); or, with the code `broken-log`, its log does not prove itself: an event does not
   * have the hash of the one before it, or there are fewer events than there were. Nothing more is told then.
   */
  readonly onError?: (error: ErrorFrame) => void;
}

/** An event, and the text it came in. */
export interface Told {
  readonly event: LotEvent;
  readonly text: () => string;
}

/** One watcher, and how far he is. */
export class Seat {
  constructor(
    readonly watcher: LotWatcher,
    readonly feed: Feed,
    public seen: Position | undefined,
  ) {}
}

/** What `offer` did: all is well, something is missing in between, or the log is broken. */
export type Verdict = { readonly kind: 'fine' | 'hole' } | { readonly kind: 'broken'; readonly why: string };

const FINE: Verdict = { kind: 'fine' };

/** A lot and all who watch it here. */
export class WatchedLot {
  readonly seats = new Set<Seat>();
  /** What was asked for on this connection. */
  asked: Feed | undefined;
  catchingUp = false;
  heartbeatVersion = 0;
  cancelRetry = (): void => {};
  rules: LotRules | undefined;
  newest: Told | undefined;

  get version(): number {
    return this.newest?.event.version ?? 0;
  }

  /** What is true now is this, unless something newer is known. */
  move(told: Told): void {
    if (told.event.version >= this.version) this.newest = told;
  }

  wantedFeed(): Feed | undefined {
    const feeds = [...this.seats].map((seat) => seat.feed);
    return feeds.includes('log') ? 'log' : feeds[0];
  }

  /** Behind which version the log must go on for everybody to miss nothing; undefined if all begin with what is true now. */
  after(): number | undefined {
    const seen = [...this.seats].filter((seat) => seat.feed === 'log' && seat.seen).map((seat) => seat.seen!.version);
    return seen.length > 0 ? Math.min(...seen) : undefined;
  }

  /** Tells somebody who comes later what is known, if he wants to begin with that. */
  welcome(seat: Seat): void {
    if (this.newest && !seat.seen) this.#tell(seat, this.newest);
  }

  offer(seat: Seat, told: Told, by: 'log' | 'snapshot' | 'state'): Verdict {
    const { event } = told;
    const { seen } = seat;
    if (!seen || seat.feed === 'state') {
      if (event.version > (seen?.version ?? -1)) this.#tell(seat, told);
      return FINE;
    }
    if (by === 'snapshot' && event.version < seen.version) {
      return { kind: 'broken', why: `its log ends with version ${event.version} (expected: at least ${seen.version}, which was seen)` };
    }
    if (event.version <= seen.version) return FINE;
    if (event.version === seen.version + 1) {
      if (seen.hash !== undefined && event.prev !== seen.hash) {
        return { kind: 'broken', why: `prev of version ${event.version}: ${event.prev} (expected: ${seen.hash})` };
      }
    } else if (by === 'snapshot') {
      safely(() => seat.watcher.onMissed?.({ after: seen.version, version: event.version }));
    } else {
      return { kind: 'hole' };
    }
    this.#tell(seat, told);
    return FINE;
  }

  #tell(seat: Seat, { event, text }: Told): void {
    seat.seen = seat.feed === 'log' ? { version: event.version, hash: sha256(text()) } : { version: event.version };
    safely(() => seat.watcher.onEvent(event, this.rules));
  }
}
