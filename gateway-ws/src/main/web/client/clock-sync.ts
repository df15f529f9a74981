import type { Connection } from './connection';
import { Listeners } from './listeners';
import type { ServerFrame } from './protocol';
import type { ServerClock } from './server-clock';
import type { Surroundings } from './surroundings';

/** So many round trips are made in a row. */
export const FIRST_PINGS = 5;
const BETWEEN_FIRST_PINGS_MS = 100;
const BETWEEN_PINGS_MS = 30_000;

/** Keeps the clock close to the server's: a few pings in a row when connected and when looked at again, then one from time to time. */
export class ClockSync {
  readonly samples = new Listeners<ServerClock>();

  readonly #connection: Connection;
  readonly #clock: ServerClock;
  readonly #around: Surroundings;
  #cancelNext = (): void => {};

  constructor(connection: Connection, clock: ServerClock, around: Surroundings) {
    this.#connection = connection;
    this.#clock = clock;
    this.#around = around;
    connection.frames.on((frame) => this.#received(frame));
    around.notice((what) => what === 'shown' && this.#ping(1));
    connection.states.on((state) => state !== 'live' && this.#cancelNext());
  }

  #received(frame: ServerFrame): void {
    if (frame.type === 'welcome') {
      this.#clock.guess(frame.serverTime);
      this.#ping(1);
    } else if (frame.type === 'pong') {
      this.#clock.sample(frame.t, frame.serverTime, this.#around.now());
      this.samples.tell(this.#clock);
    }
  }

  #ping(count: number): void {
    this.#cancelNext();
    if (!this.#connection.send({ type: 'ping', t: this.#around.now() })) return;
    this.#cancelNext = this.#around.later(count < FIRST_PINGS ? BETWEEN_FIRST_PINGS_MS : BETWEEN_PINGS_MS, () => this.#ping(count + 1));
  }
}
