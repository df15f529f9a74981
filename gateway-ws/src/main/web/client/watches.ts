import type { Connection } from './connection';
import type { ErrorFrame, Feed, LotEvent, LotRules, ServerFrame } from './protocol';

export interface LotWatcher {
  /** The newest event of the lot; on the log feed each event once and in order, as long as nothing was lost on the way. */
  readonly onEvent: (event: LotEvent, rules: LotRules | undefined) => void;
  readonly onError?: (error: ErrorFrame) => void;
}

class WatchedLot {
  readonly watchers = new Map<LotWatcher, Feed>();
  feed: Feed | undefined;
  rules: LotRules | undefined;
  newest: LotEvent | undefined;
  catchingUp = false;
  heartbeatVersion = 0;

  get version(): number {
    return this.newest?.version ?? 0;
  }

  wantedFeed(): Feed | undefined {
    const feeds = [...this.watchers.values()];
    return feeds.includes('log') ? 'log' : feeds[0];
  }

  take(event: LotEvent): void {
    this.newest = event;
    for (const watcher of [...this.watchers.keys()]) watcher.onEvent(event, this.rules);
  }
}

/** What the page watches: dropped if it was seen already, asked for again behind the last seen version if something is missing. */
export class Watches {
  readonly #connection: Connection;
  readonly #lots = new Map<string, WatchedLot>();

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.frames.on((frame) => this.#received(frame));
  }

  /** Watches until the returned function is called. */
  watch(lot: string, feed: Feed, watcher: LotWatcher): () => void {
    const watched = this.#lots.get(lot) ?? new WatchedLot();
    this.#lots.set(lot, watched);
    watched.watchers.set(watcher, feed);
    if (watched.newest) watcher.onEvent(watched.newest, watched.rules);
    this.#reconcile(lot, watched);
    return () => {
      watched.watchers.delete(watcher);
      this.#reconcile(lot, watched);
    };
  }

  #reconcile(lot: string, watched: WatchedLot): void {
    const wanted = watched.wantedFeed();
    if (!wanted) {
      if (this.#lots.get(lot) !== watched) return;
      this.#lots.delete(lot);
      this.#connection.send({ type: 'unwatch', lot });
    } else if (wanted !== watched.feed) {
      watched.feed = wanted;
      this.#ask(lot, watched);
    }
  }

  #ask(lot: string, watched: WatchedLot): void {
    const feed = watched.feed ?? 'state';
    watched.catchingUp = this.#connection.send(
      feed === 'log' && watched.version > 0 ? { type: 'watch', lot, feed, after: watched.version } : { type: 'watch', lot, feed },
    );
  }

  #received(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        for (const [lot, watched] of this.#lots) this.#ask(lot, watched);
        break;
      case 'snapshot':
        this.#snapshot(this.#lots.get(frame.lot), frame.static, frame.event);
        break;
      case 'log':
        this.#log(frame.lot, this.#lots.get(frame.lot), frame.events);
        break;
      case 'state':
        this.#state(this.#lots.get(frame.event.lot), frame.event);
        break;
      case 'heartbeat':
        this.#heartbeat(frame.versions);
        break;
      case 'error':
        if (frame.lot && !frame.id) this.#refused(frame.lot, this.#lots.get(frame.lot), frame);
        break;
    }
  }

  #snapshot(watched: WatchedLot | undefined, rules: LotRules, event: LotEvent): void {
    if (!watched) return;
    watched.catchingUp = false;
    watched.rules = rules;
    if (event.version >= watched.version) watched.take(event);
  }

  #log(lot: string, watched: WatchedLot | undefined, events: readonly LotEvent[]): void {
    if (!watched) return;
    if (events[0] && events[0].version <= watched.version + 1) watched.catchingUp = false;
    for (const event of events) {
      if (event.version <= watched.version) continue;
      if (watched.version > 0 && event.version > watched.version + 1) {
        if (!watched.catchingUp) this.#ask(lot, watched);
        return;
      }
      watched.take(event);
    }
  }

  #refused(lot: string, watched: WatchedLot | undefined, error: ErrorFrame): void {
    if (!watched) return;
    if (error.retryAfterMs) window.setTimeout(() => this.#lots.get(lot) === watched && this.#ask(lot, watched), error.retryAfterMs);
    else for (const watcher of [...watched.watchers.keys()]) watcher.onError?.(error);
  }

  #state(watched: WatchedLot | undefined, event: LotEvent): void {
    if (watched && event.version > watched.version) watched.take(event);
  }

  /** A version that was already there at the heartbeat before and still has not come is lost. */
  #heartbeat(versions: Readonly<Record<string, number>>): void {
    for (const [lot, watched] of this.#lots) {
      if (watched.version < watched.heartbeatVersion) this.#ask(lot, watched);
      watched.heartbeatVersion = versions[lot] ?? 0;
    }
  }
}
