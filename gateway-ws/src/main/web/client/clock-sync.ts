import type { Connection } from './connection';
import type { ServerFrame } from './protocol';
import type { ServerClock } from './server-clock';

const FIRST_PINGS = 5;
const BETWEEN_FIRST_PINGS_MS = 250;
const BETWEEN_PINGS_MS = 30_000;

/** Keeps the clock close to the server's: a few pings in a row when connected, then one from time to time. */
export class ClockSync {
  readonly #connection: Connection;
  readonly #clock: ServerClock;
  #next: number | undefined;

  constructor(connection: Connection, clock: ServerClock) {
    this.#connection = connection;
    this.#clock = clock;
    connection.frames.on((frame) => this.#received(frame));
  }

  #received(frame: ServerFrame): void {
    if (frame.type === 'welcome') {
      this.#clock.guess(frame.serverTime);
      this.#ping(1);
    } else if (frame.type === 'pong') {
      this.#clock.sample(frame.t, frame.serverTime, performance.now());
    }
  }

  #ping(count: number): void {
    window.clearTimeout(this.#next);
    if (!this.#connection.send({ type: 'ping', t: performance.now() })) return;
    this.#next = window.setTimeout(() => this.#ping(count + 1), count < FIRST_PINGS ? BETWEEN_FIRST_PINGS_MS : BETWEEN_PINGS_MS);
  }
}
