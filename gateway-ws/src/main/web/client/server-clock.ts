interface Sample {
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

const KEPT_SAMPLES = 8;

/**
 * The server's time, as far as a client can know it: of the last few ping round trips the fastest counts, since it leaves
 * the least room for error. The monotonic clock is used throughout, so a change of the device's clock moves nothing.
 */
export class ServerClock {
  #samples: Sample[] = [];
  #offsetMs = Date.now() - performance.now();

  /** Milliseconds since the epoch on the server. */
  now(): number {
    return performance.now() + this.#offsetMs;
  }

  /** A first guess from a frame that was not answered to a ping; ignored once there is a real sample. */
  guess(serverTime: string): void {
    if (this.#samples.length === 0) this.#offsetMs = Date.parse(serverTime) - performance.now();
  }

  /** A round trip: `sentAt` and `receivedAt` by `performance.now()`. */
  sample(sentAt: number, serverTime: string, receivedAt: number): void {
    const roundTripMs = receivedAt - sentAt;
    const offsetMs = Date.parse(serverTime) - (sentAt + receivedAt) / 2;
    if (!Number.isFinite(offsetMs) || roundTripMs < 0) return;
    this.#samples = [...this.#samples, { offsetMs, roundTripMs }].slice(-KEPT_SAMPLES);
    this.#offsetMs = this.#samples.reduce((best, next) => (next.roundTripMs < best.roundTripMs ? next : best)).offsetMs;
  }
}
