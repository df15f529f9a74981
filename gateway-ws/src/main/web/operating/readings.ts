/** The services that are looked at. */
export const SERVICES = ['gateway', 'bidding', 'settlement'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** How many were at most so many seconds; only bounds that added something are listed. */
export interface Histogram {
  readonly count: number;
  readonly buckets: ReadonlyArray<readonly [seconds: number, atMost: number]>;
}

/** What `GET /api/v1/system` tells of one service: of the process that answered, or why none did. */
export interface Reading {
  readonly service: ServiceName;
  readonly problem?: string;
  /** Tells one process from another. */
  readonly instance?: string;
  /** When it was read, in seconds by that process's own clock. */
  readonly uptime?: number;
  readonly health?: string;
  readonly parts?: ReadonlyArray<{ readonly name: string; readonly state: string }>;
  readonly counters?: Readonly<Record<string, number>>;
  readonly gauges?: Readonly<Record<string, number>>;
  readonly histograms?: Readonly<Record<string, Histogram>>;
}

export interface SystemAnswer {
  readonly at: string;
  readonly services: readonly Reading[];
}

/** A reading that somebody answered. */
type Known = Reading & { readonly instance: string; readonly uptime: number };

interface Process {
  readonly service: ServiceName;
  /** Oldest first. */
  readonly readings: Known[];
  heardAtMs: number;
}

/** How long a process counts that does not answer any more: with several, each answers only now and then. */
const FORGET_AFTER_MS = 20_000;
const MOST_READINGS = 120;
const MOST_PROCESSES = 50;
/** Over which time rates and percentiles are, in seconds. */
export const RATE_OVER = 10;
export const SPREAD_OVER = 60;

/**
 * What was read so far. A service may be several processes of which each call reaches another, so each is followed by itself: what it
 * counted between two of its own readings. Figures of a service are those of its processes together.
 */
export class Readings {
  /** The newest of each service, answered or not. */
  readonly newest = new Map<ServiceName, Reading>();
  readonly #processes = new Map<string, Process>();

  /** Takes an answer, at a time by any clock that only goes forward. */
  take(answer: SystemAnswer, nowMs: number): void {
    for (const reading of answer.services) {
      this.newest.set(reading.service, reading);
      if (isKnown(reading)) this.#add(reading, nowMs);
    }
    for (const [key, { heardAtMs }] of this.#processes) if (nowMs - heardAtMs > FORGET_AFTER_MS) this.#processes.delete(key);
  }

  /** How many processes of a service have answered lately. */
  processes(service: ServiceName): number {
    return this.#of(service).length;
  }

  /** The sum of a gauge over the processes; undefined while nobody told it. */
  gauge(service: ServiceName, name: string): number | undefined {
    return sum(this.#of(service).map(({ readings }) => readings.at(-1)?.gauges?.[name]));
  }

  /** The largest of a gauge. */
  worst(service: ServiceName, name: string): number | undefined {
    const values = this.#of(service).flatMap(({ readings }) => readings.at(-1)?.gauges?.[name] ?? []);
    return values.length > 0 ? Math.max(...values) : undefined;
  }

  /** How often a second, over the last ten seconds; undefined before there are two readings. */
  rate(service: ServiceName, name: string): number | undefined {
    return sum(this.#of(service).map((process) => rateOf(process, name)));
  }

  /**
   * At most how many seconds it took, in so many of 100 cases of the last minute: the bound of the bucket. Undefined if there was none,
   * `Infinity` beyond the last bucket.
   */
  percentile(service: ServiceName, name: string, percent: number): number | undefined {
    return percentileOf(
      this.#of(service).flatMap(({ readings }) => {
        const [before, after] = span(readings, SPREAD_OVER, (reading) => reading.histograms?.[name] !== undefined);
        return before && after ? [difference(after.histograms![name]!, before.histograms![name]!)] : [];
      }),
      percent,
    );
  }

  #of(service: ServiceName): readonly Process[] {
    return [...this.#processes.values()].filter((process) => process.service === service);
  }

  #add(reading: Known, nowMs: number): void {
    const key = `${reading.service} ${reading.instance}`;
    const process = this.#processes.get(key) ?? { service: reading.service, readings: [], heardAtMs: nowMs };
    if (!this.#processes.has(key) && this.#processes.size >= MOST_PROCESSES) return;
    this.#processes.set(key, process);
    process.heardAtMs = nowMs;
    if (reading.uptime <= (process.readings.at(-1)?.uptime ?? -1)) return;
    process.readings.push(reading);
    if (process.readings.length > MOST_READINGS) process.readings.shift();
  }
}

function isKnown(reading: Reading): reading is Known {
  return reading.instance !== undefined && reading.uptime !== undefined;
}

/** The newest reading that tells it, and the newest that is at least so many seconds older, or else the oldest. */
function span(readings: readonly Known[], seconds: number, tells: (reading: Known) => boolean): readonly [before: Known | undefined, after: Known | undefined] {
  const told = readings.filter(tells);
  const after = told.at(-1);
  if (!after || told.length < 2) return [undefined, undefined];
  return [told.findLast(({ uptime }) => after.uptime - uptime >= seconds) ?? told[0], after];
}

function rateOf({ readings }: Process, name: string): number | undefined {
  const [before, after] = span(readings, RATE_OVER, (reading) => reading.counters?.[name] !== undefined);
  return before && after ? (after.counters![name]! - before.counters![name]!) / (after.uptime - before.uptime) : undefined;
}

function difference(after: Histogram, before: Histogram): Histogram {
  const buckets = after.buckets.map(([bound, atMost]) => [bound, atMost - atMostIn(before, bound)] as const);
  return { count: after.count - before.count, buckets };
}

/** How many were at most `bound`: as many as at the last bound listed before it. */
function atMostIn({ buckets }: Histogram, bound: number): number {
  return buckets.findLast(([each]) => each <= bound)?.[1] ?? 0;
}

function percentileOf(all: readonly Histogram[], percent: number): number | undefined {
  const count = all.reduce((total, each) => total + each.count, 0);
  if (count === 0) return undefined;
  const bounds = [...new Set(all.flatMap(({ buckets }) => buckets.map(([bound]) => bound)))].sort((one, other) => one - other);
  const enough = (count * percent) / 100;
  return bounds.find((bound) => all.reduce((total, each) => total + atMostIn(each, bound), 0) >= enough) ?? Infinity;
}

function sum(values: ReadonlyArray<number | undefined>): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : undefined;
}
