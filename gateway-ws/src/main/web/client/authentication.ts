import { backoffMs } from './backoff';
import type { Connection } from './connection';
import { Listeners } from './listeners';
import type { ErrorFrame, ServerFrame } from './protocol';
import type { ServerClock } from './server-clock';
import type { Session } from './session';
import type { Surroundings } from './surroundings';
import { expiryOf } from './token-expiry';

const RENEW_BEFORE_MS = 60_000;
const LEAST_WAIT_MS = 1_000;
const ASK_AGAIN_MS = 1_000;

/**
 * Keeps the connection signed in as the session says: says `auth` when connected and, on the same connection, again with a new token a
 * minute before the old one expires (or half of what is left, if that is less). A token that does not hold ends the session, unless
 * there is a source for another.
 */
export class Authentication {
  /** Why the session ended although nobody signed out. */
  readonly lost = new Listeners<string>();

  readonly #connection: Connection;
  readonly #session: Session;
  readonly #clock: ServerClock;
  readonly #around: Surroundings;
  #holds = false;
  /** Whether `auth` was said and not answered yet. */
  #asked = false;
  /** Whether the token was refused since the last that held. */
  #rejected = false;
  #failures = 0;
  #cancelNext = (): void => {};

  constructor(connection: Connection, session: Session, clock: ServerClock, around: Surroundings) {
    this.#connection = connection;
    this.#session = session;
    this.#clock = clock;
    this.#around = around;
    connection.frames.on((frame) => this.#received(frame));
    connection.states.on(() => this.#forget());
    session.tokens.on((how) => {
      this.#failures = 0;
      if (how === 'renewed') return this.#tell();
      this.#rejected = false;
      connection.reopen();
    });
  }

  /** Whether the gateway knows on this connection who it is. */
  get holds(): boolean {
    return this.#holds;
  }

  #received(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#say();
        break;
      case 'authenticated':
        this.#holds = true;
        this.#asked = false;
        this.#rejected = false;
        this.#session.confirm(frame.account, frame.roles);
        this.#watchExpiry();
        break;
      case 'error':
        if (!frame.id && !frame.lot) this.#refused(frame);
        break;
    }
  }

  #say(): void {
    const { token } = this.#session;
    if (token === undefined) return;
    const expiry = expiryOf(token);
    if (this.#session.canRenew && expiry !== undefined && expiry <= this.#clock.now()) void this.#renew();
    else this.#tell();
  }

  /** Says the token whatever it is: one that is new and does not hold either is the gateway's to refuse. */
  #tell(): void {
    const { token } = this.#session;
    if (token !== undefined) this.#asked = this.#connection.send({ type: 'auth', token });
  }

  #refused({ code, message, retryAfterMs }: ErrorFrame): void {
    if (code === 'bad-token' || code === 'unauthenticated') {
      this.#holds = false;
      this.#asked = false;
      if (!this.#session.canRenew || this.#rejected) return this.#lose(message);
      this.#rejected = true;
      void this.#renew();
    } else if (this.#asked && (code === 'busy' || code === 'unavailable')) {
      this.#asked = false;
      this.#next(retryAfterMs ?? ASK_AGAIN_MS, () => this.#say());
    }
  }

  #watchExpiry(): void {
    const expiry = this.#session.token === undefined ? undefined : expiryOf(this.#session.token);
    if (expiry === undefined || !this.#session.canRenew) return;
    const leftMs = expiry - this.#clock.now();
    this.#next(Math.max(LEAST_WAIT_MS, leftMs > 2 * RENEW_BEFORE_MS ? leftMs - RENEW_BEFORE_MS : leftMs / 2), () => void this.#renew());
  }

  async #renew(): Promise<void> {
    try {
      await this.#session.renewFromSource();
    } catch {
      // No more are to be had: the gateway says whether the one there is still holds.
      if (!this.#session.canRenew) return this.#say();
      this.#next(Math.max(LEAST_WAIT_MS, backoffMs(this.#failures++, () => this.#around.random())), () => void this.#renew());
    }
  }

  #lose(why: string): void {
    this.#session.signOut();
    this.lost.tell(why);
  }

  #forget(): void {
    this.#holds = false;
    this.#asked = false;
    this.#cancelNext();
  }

  #next(inMs: number, call: () => void): void {
    this.#cancelNext();
    this.#cancelNext = this.#around.later(inMs, call);
  }
}
