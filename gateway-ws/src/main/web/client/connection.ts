import { backoffMs } from './backoff';
import { comesBack, staysAwayMs } from './close-codes';
import { Listeners } from './listeners';
import type { ClientFrame, ServerFrame } from './protocol';
import type { Socket, Surroundings } from './surroundings';

/** `offline` means that nothing is being tried: the device has no network, the server asked not to come back, or the client was closed. */
export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline';

/** A frame and the text it was read from, whose bytes are what hashes are made of. */
export interface Received {
  readonly frame: ServerFrame;
  readonly text: string;
}

const OPEN = 1;
const WELCOME_WITHIN_MS = 10_000;
const MISSED_HEARTBEATS = 2.5;
/** A connection that lasted as long counts as one that works: the next wait begins small again. */
const WORKED_AFTER_MS = 5_000;

/**
 * One WebSocket to the gateway that is put up again whenever it falls, as long as the server does not forbid it (close codes 4500 to 4999):
 * after a wait left wholly to chance up to a bound that doubles from 0.5 s to 15 s, and never before a delay the server asked for.
 * It counts as fallen when nothing was heard for 2.5 heartbeats.
 */
export class Connection {
  /** Each change of {@link Connection.state}. */
  readonly states = new Listeners<ConnectionState>();
  /** Every frame of the server. */
  readonly frames = new Listeners<ServerFrame>();
  /** The same, with their texts; told before {@link Connection.frames}. */
  readonly received = new Listeners<Received>();

  readonly #url: string;
  readonly #around: Surroundings;
  #state: ConnectionState = 'connecting';
  #socket: Socket | undefined;
  #attempt = 0;
  #liveSince: number | undefined;
  #notBefore = 0;
  #silenceMs = WELCOME_WITHIN_MS;
  #cancelRetry = (): void => {};
  #cancelSilence = (): void => {};
  #stopNoticing: (() => void) | undefined;

  /** @internal */
  constructor(url: string, around: Surroundings) {
    this.#url = url;
    this.#around = around;
  }

  /** How it is now. */
  get state(): ConnectionState {
    return this.#state;
  }

  /** Connects now, unless it is connected or the server asked to wait. */
  open(): void {
    if (this.#socket) return;
    this.#stopNoticing ??= this.#around.notice((what) => this.#noticed(what));
    const waitMs = this.#notBefore - this.#around.now();
    if (waitMs > 0) return this.#openIn(waitMs);
    this.#cancelRetry();
    const socket = this.#around.connect(this.#url, 'gavel.v1');
    this.#socket = socket;
    this.#silenceMs = WELCOME_WITHIN_MS;
    this.#listenForSilence();
    socket.onmessage = (message) => {
      if (this.#socket === socket) this.#heard(message.data as string);
    };
    socket.onclose = (closed) => {
      if (this.#socket === socket) this.#closed(closed.code, closed.reason);
    };
  }

  /** Gives up the present socket and connects anew, for example as somebody else. */
  reopen(): void {
    this.#attempt = 0;
    this.#drop('reconnecting');
    this.open();
  }

  /** Ends it for good, until somebody opens it again. */
  close(): void {
    this.#stopNoticing?.();
    this.#stopNoticing = undefined;
    this.#drop('offline');
  }

  /** Sends when live; answers whether it did. That it was sent does not mean that it arrives. */
  send(frame: ClientFrame): boolean {
    if (this.#state !== 'live' || this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #heard(text: string): void {
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.type === 'welcome') {
      this.#liveSince = this.#around.now();
      this.#silenceMs = frame.heartbeatSeconds * 1000 * MISSED_HEARTBEATS;
      this.#become('live');
    }
    if (frame.type === 'error' && frame.retryAfterMs && !frame.id && !frame.lot) {
      this.#notBefore = this.#around.now() + frame.retryAfterMs;
    }
    this.#listenForSilence();
    this.received.tell({ frame, text });
    this.frames.tell(frame);
  }

  #closed(code: number, reason = ''): void {
    if (!comesBack(code)) return this.#drop('offline');
    const now = this.#around.now();
    if (this.#liveSince !== undefined && now - this.#liveSince >= WORKED_AFTER_MS) this.#attempt = 0;
    this.#notBefore = Math.max(this.#notBefore, now + staysAwayMs(reason));
    this.#drop('reconnecting');
    this.#openIn(Math.max(backoffMs(this.#attempt++, () => this.#around.random()), this.#notBefore - now));
  }

  #noticed(what: 'offline' | 'online' | 'shown'): void {
    if (what === 'offline') this.#drop('offline');
    else if (what === 'online' || this.#state === 'reconnecting') this.open();
  }

  #drop(state: ConnectionState): void {
    this.#cancelRetry();
    this.#cancelSilence();
    this.#liveSince = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#become(state);
  }

  #openIn(waitMs: number): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#around.later(waitMs, () => this.open());
  }

  #listenForSilence(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.#around.later(this.#silenceMs, () => this.#closed(1006));
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.states.tell(state);
  }
}
