import type { Surroundings } from './surroundings';

interface Sample {
  /** The server's time minus {@link Surroundings.now}. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
  readonly takenAt: number;
}

const KEPT_SAMPLES = 8;
/** The server's time is told in whole milliseconds. */
const RESOLUTION_MS = 1;
/** By how much two clocks may drift apart, 50 millionths, which is what ordinary quartz does at worst. */
const DRIFT = 50e-6;

/**
 * The server's time, as far as a client can know it: of the last eight ping round trips the one that leaves the least room for error
 * counts, which is the fastest unless it is old. A monotonic clock is used throughout, so a change of the device's clock moves nothing;
 * where that clock stood still while the device slept, what was known before is given up as soon as a round trip contradicts it.
 */
export class ServerClock {
  readonly #around: Surroundings;
  #samples: readonly Sample[] = [];
  #guessedOffsetMs: number;

  /** @internal */
  constructor(around: Surroundings) {
    this.#around = around;
    this.#guessedOffsetMs = around.wallClock() - around.now();
  }

  /** Milliseconds since the epoch on the server, right to within {@link ServerClock.errorMs}. */
  now(): number {
    return this.#around.now() + (this.#best()?.offsetMs ?? this.#guessedOffsetMs);
  }

  /** How wrong {@link ServerClock.now} can be at the most, in milliseconds: half of a round trip, and what clocks drift since. Infinity before the first. */
  get errorMs(): number {
    const best = this.#best();
    return best ? this.#error(best) : Infinity;
  }

  /** How much this machine's clock is behind the server's, in milliseconds; below zero where it is ahead. */
  get offsetMs(): number {
    return this.now() - this.#around.wallClock();
  }

  /** How many round trips it rests on, at most eight. */
  get samples(): number {
    return this.#samples.length;
  }

  /** @internal A first guess from a frame that was not answered to a ping; ignored once there is a real sample. */
  guess(serverTime: string): void {
    this.#guessedOffsetMs = Date.parse(serverTime) - this.#around.now();
  }

  /** @internal A round trip: `sentAt` and `receivedAt` by {@link Surroundings.now}; what cannot be one is ignored. */
  sample(sentAt: number, serverTime: string, receivedAt: number): void {
    const at = Date.parse(serverTime);
    const roundTripMs = receivedAt - sentAt;
    const offsetMs = (at - sentAt + (at - receivedAt)) / 2;
    if (!Number.isFinite(offsetMs) || roundTripMs < 0) return;
    const next = { offsetMs, roundTripMs, takenAt: receivedAt };
    this.#samples = [...this.#samples.filter((before) => this.#agree(before, next)), next].slice(-KEPT_SAMPLES);
  }

  #best(): Sample | undefined {
    return this.#samples.reduce<Sample | undefined>((best, next) => (best && this.#error(best) <= this.#error(next) ? best : next), undefined);
  }

  #agree(one: Sample, other: Sample): boolean {
    return Math.abs(one.offsetMs - other.offsetMs) <= this.#error(one) + this.#error(other);
  }

  #error({ roundTripMs, takenAt }: Sample): number {
    return roundTripMs / 2 + RESOLUTION_MS + (this.#around.now() - takenAt) * DRIFT;
  }
}
