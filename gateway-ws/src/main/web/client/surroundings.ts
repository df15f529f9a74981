import { newId } from './new-id';

/** A WebSocket, as far as the client uses one. */
export type Socket = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'onmessage' | 'onclose'>;

/** What a device may notice about itself: it lost its network, has it back, or its user looks at the page again. */
export type Noticed = 'offline' | 'online' | 'shown';

/**
 * What the client needs of the place it runs in. All of it has a default that does in browsers, workers, Deno, Bun and Node from 22 on;
 * each can be given instead, for example `connect` where there is no `WebSocket`, or all of it in a test that makes time go by itself.
 */
export interface Surroundings {
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

/** A longer wait would be over at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const USUAL: Surroundings = {
  now: () => performance.now(),
  wallClock: () => Date.now(),
  later: (inMs, call) => {
    const timer = setTimeout(call, Math.min(Math.max(inMs, 0), LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  newId,
  connect: (url, protocol) => new WebSocket(url, protocol),
  fetch: (url, request) => fetch(url, request),
  notice,
};

/** The usual surroundings, but for what is given: an object of any kind, whose methods are called on itself. */
export function surroundingsWith(given: Partial<Surroundings> = {}): Surroundings {
  const different = (Object.keys(USUAL) as Array<keyof Surroundings>).filter((name) => given[name] !== undefined);
  const own = different.map((name) => [name, (given[name] as (...all: unknown[]) => unknown).bind(given)]);
  return { ...USUAL, ...Object.fromEntries(own) };
}

function notice(listener: (what: Noticed) => void): () => void {
  if (!('addEventListener' in globalThis)) return () => {};
  const stop = new AbortController();
  const { signal } = stop;
  globalThis.addEventListener('offline', () => listener('offline'), { signal });
  globalThis.addEventListener('online', () => listener('online'), { signal });
  if ('document' in globalThis) {
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener('shown'), { signal });
  }
  return () => stop.abort();
}
