import type { Connection, Received } from './connection';
import { elements, members } from './json-slices';
import { safely } from './listeners';
import type { ErrorFrame, Feed, LotEvent } from './protocol';
import type { Surroundings } from './surroundings';
import { Seat, WatchedLot, type LotWatcher, type Position, type Told } from './watched-lot';

/** How a lot is watched. */
export interface WatchOptions {
  /** `log` (default): every event. `state`: the newest, at most 20 a second, for lists and overviews. */
  readonly feed?: Feed;
  /** Go on behind this version, however long ago that was, instead of beginning with what is true now; 0 is the whole log. The `log` feed only. */
  readonly after?: number | Position;
}

/** A watch that goes on until it is stopped. */
export interface Watching {
  /** How far it is: what to give as `after` to go on there another time, from anywhere. Undefined before the first event. */
  readonly position: Position | undefined;
  readonly stop: () => void;
}

/**
 * What is watched. After each reconnect it goes on behind the last version seen; what was seen already is dropped, what is missing is asked
 * for again, and on the `log` feed each event is checked to have the hash of the one before it.
 */
export class Watches {
  readonly #connection: Connection;
  readonly #around: Surroundings;
  readonly #lots = new Map<string, WatchedLot>();

  constructor(connection: Connection, around: Surroundings) {
    this.#connection = connection;
    this.#around = around;
    connection.received.on((received) => this.#received(received));
    connection.states.on(() => {
      for (const watched of this.#lots.values()) watched.cancelRetry();
    });
  }

  watch(lot: string, watcher: LotWatcher, { feed = 'log', after }: WatchOptions = {}): Watching {
    const watched = this.#lots.get(lot) ?? new WatchedLot();
    this.#lots.set(lot, watched);
    const seat = new Seat(watcher, feed, feed === 'log' ? positionOf(after) : undefined);
    watched.seats.add(seat);
    watched.welcome(seat);
    this.#reconcile(lot, watched, seat);
    return {
      get position() {
        return seat.seen;
      },
      stop: () => this.#leave(lot, watched, seat),
    };
  }

  #leave(lot: string, watched: WatchedLot, seat: Seat): void {
    if (watched.seats.delete(seat)) this.#reconcile(lot, watched);
  }

  #reconcile(lot: string, watched: WatchedLot, newcomer?: Seat): void {
    const wanted = watched.wantedFeed();
    if (!wanted) {
      if (this.#lots.get(lot) !== watched) return;
      watched.cancelRetry();
      this.#lots.delete(lot);
      this.#connection.send({ type: 'unwatch', lot });
    } else if (wanted !== watched.asked || (newcomer?.seen && newcomer.seen.version < watched.version)) {
      watched.asked = wanted;
      this.#ask(lot, watched);
    }
  }

  #ask(lot: string, watched: WatchedLot): void {
    const feed = watched.asked ?? 'state';
    const after = feed === 'log' ? watched.after() : undefined;
    watched.catchingUp = this.#connection.send({ type: 'watch', lot, feed, ...(after === undefined ? {} : { after }) });
  }

  #received({ frame, text }: Received): void {
    switch (frame.type) {
      case 'welcome':
        for (const [lot, watched] of this.#lots) this.#ask(lot, watched);
        break;
      case 'snapshot':
        this.#at(frame.lot, (watched) => {
          watched.catchingUp = false;
          watched.rules = frame.static;
          this.#offer(frame.lot, watched, { event: frame.event, text: () => members(text).get('event')! }, 'snapshot');
        });
        break;
      case 'log':
        this.#at(frame.lot, (watched) => this.#log(frame.lot, watched, frame.events, text, frame.recovered ?? false));
        break;
      case 'state':
        this.#at(frame.event.lot, (watched) =>
          this.#offer(frame.event.lot, watched, { event: frame.event, text: () => members(text).get('event')! }, 'state'),
        );
        break;
      case 'heartbeat':
        this.#heartbeat(frame.versions);
        break;
      case 'error':
        if (frame.lot && !frame.id) this.#refused(frame, frame.lot);
        break;
    }
  }

  #at(lot: string, then: (watched: WatchedLot) => void): void {
    const watched = this.#lots.get(lot);
    if (watched) then(watched);
  }

  #log(lot: string, watched: WatchedLot, events: readonly LotEvent[], text: string, recovered: boolean): void {
    const next = (watched.after() ?? watched.version) + 1;
    if (recovered || (events[0] && events[0].version <= next)) watched.catchingUp = false;
    let texts: readonly string[] | undefined;
    for (const [i, event] of events.entries()) {
      const told = { event, text: () => (texts ??= elements(members(text).get('events')!))[i]! };
      if (this.#offer(lot, watched, told, 'log')) continue;
      if (!watched.catchingUp) this.#ask(lot, watched);
      return;
    }
  }

  /** False if somebody misses what comes before. */
  #offer(lot: string, watched: WatchedLot, told: Told, by: 'log' | 'snapshot' | 'state'): boolean {
    let complete = true;
    for (const seat of [...watched.seats]) {
      const verdict = watched.offer(seat, told, by);
      if (verdict.kind === 'hole') complete = false;
      if (verdict.kind === 'broken') this.#broken(lot, watched, seat, verdict.why);
    }
    if (complete) watched.move(told);
    return complete;
  }

  #broken(lot: string, watched: WatchedLot, seat: Seat, why: string): void {
    this.#leave(lot, watched, seat);
    safely(() => seat.watcher.onError?.({ type: 'error', code: 'broken-log', message: why, lot }));
  }

  #refused(error: ErrorFrame, lot: string): void {
    const watched = this.#lots.get(lot);
    if (!watched) return;
    watched.catchingUp = false;
    watched.cancelRetry();
    if (error.retryAfterMs) watched.cancelRetry = this.#around.later(error.retryAfterMs, () => this.#ask(lot, watched));
    else for (const { watcher } of [...watched.seats]) safely(() => watcher.onError?.(error));
  }

  /** A version that was already there at the heartbeat before and still has not come is lost. */
  #heartbeat(versions: Readonly<Record<string, number>>): void {
    for (const [lot, watched] of this.#lots) {
      if (watched.version < watched.heartbeatVersion) this.#ask(lot, watched);
      watched.heartbeatVersion = versions[lot] ?? 0;
    }
  }
}

function positionOf(after: number | Position | undefined): Position | undefined {
  if (after === 0) return { version: 0, hash: '0'.repeat(64) };
  return typeof after === 'number' ? { version: after } : after;
}
