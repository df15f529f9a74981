import { GavelClient, type GavelClientOptions } from '../../../main/web/client/index';
import type { Noticed, Socket, Surroundings } from '../../../main/web/client/surroundings';

/** A socket whose other end is a test. */
export class SocketByHand {
  readyState = 0;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly said: Array<Record<string, unknown>> = [];
  closed = false;

  send(text: string): void {
    this.said.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
    this.closed = true;
  }

  /** The gateway says something, as JSON or in exact words. */
  hear(frame: object | string): void {
    this.readyState = 1;
    const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
    this.onmessage?.call(this as unknown as WebSocket, { data } as MessageEvent);
  }

  welcome(serverTime = '2026-11-22T14:00:00.000Z'): void {
    this.hear({ type: 'welcome', session: 's', serverTime, heartbeatSeconds: 10, limits: {} });
  }

  /** The line falls, or the gateway closes it. */
  fall(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onclose?.call(this as unknown as WebSocket, { code, reason } as CloseEvent);
  }

  saidOf(type: string): Array<Record<string, unknown>> {
    return this.said.filter((frame) => frame['type'] === type);
  }
}

/** An answer of the gateway to an HTTP call. */
export type HttpAnswer = { readonly status: number; readonly body: unknown };

/** Surroundings in which nothing happens unless a test lets it: time stands, chance is given, calls are answered by hand. */
export class ByHand implements Surroundings {
  readonly sockets: SocketByHand[] = [];
  readonly calls: Array<{ readonly url: string; readonly body: unknown }> = [];
  /** What chance gives; just below 1 makes each wait as long as it can be. */
  chance = 0.999_999;
  answer: (url: string) => HttpAnswer | undefined = () => undefined;
  #now = 1_000;
  #timers: Array<{ readonly at: number; readonly call: () => void }> = [];
  #ids = 0;
  #listeners = new Set<(what: Noticed) => void>();

  get socket(): SocketByHand {
    return this.sockets.at(-1)!;
  }

  now(): number {
    return this.#now;
  }

  /** How much waits for its time. */
  get waiting(): number {
    return this.#timers.length;
  }

  wallClock(): number {
    return 1_700_000_000_000 + this.#now;
  }

  later(inMs: number, call: () => void): () => void {
    const timer = { at: this.#now + inMs, call };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((each) => each !== timer));
  }

  random(): number {
    return this.chance;
  }

  newId(): string {
    return `id-${++this.#ids}`;
  }

  connect(): Socket {
    this.sockets.push(new SocketByHand());
    return this.socket as unknown as Socket;
  }

  fetch(url: string, request: RequestInit): Promise<Response> {
    this.calls.push({ url, body: request.body === undefined ? undefined : JSON.parse(String(request.body)) });
    const given = this.answer(url);
    return given ? Promise.resolve(responseOf(given)) : Promise.reject(new TypeError('no route'));
  }

  notice(listener: (what: Noticed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  happens(what: Noticed): void {
    for (const listener of [...this.#listeners]) listener(what);
  }

  /** Lets time pass, and what is due happen in its order. */
  async pass(ms: number): Promise<void> {
    await settled();
    const until = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((each) => each !== due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
      await settled();
    }
    this.#now = until;
    await settled();
  }
}

/** A real one takes its time to be read. */
function responseOf({ status, body }: HttpAnswer): Response {
  return { ok: status < 400, status, headers: new Headers(), json: () => Promise.resolve(body) } as Response;
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await new Promise<void>((soon) => setTimeout(soon));
}

/** A client that has just been made; its socket waits for a welcome. */
export function aClient(options: GavelClientOptions = {}): { readonly client: GavelClient; readonly at: ByHand } {
  const at = new ByHand();
  return { client: new GavelClient({ url: 'http://gavel.test', surroundings: at, ...options }), at };
}

/** A token that says when it expires, as a JWT does; `in` milliseconds from the epoch. */
export function aToken(expiresAt: number, name = 'token'): string {
  return `head.${btoa(JSON.stringify({ name, exp: expiresAt / 1000 }))}.signature`;
}

/** A client signed in as alice, live. */
export async function alice(): Promise<{ readonly client: GavelClient; readonly at: ByHand }> {
  const { client, at } = aClient();
  await client.session.use('alices-token');
  live(at);
  return { client, at };
}

/** The gateway lets alice in. */
export function live(at: ByHand): void {
  at.socket.welcome();
  at.socket.hear({ type: 'authenticated', account: 'alice', roles: ['BIDDER'] });
}
