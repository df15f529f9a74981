import { backoffMs } from './backoff';
import { comesBack, staysAwayMs } from './close-codes';
import { Listeners } from './listeners';
import type { ClientFrame, ServerFrame } from './protocol';

/** `offline` means that nothing is being tried: the device has no network, or the server asked not to come back. */
export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline';

const WELCOME_WITHIN_MS = 10_000;
const MISSED_HEARTBEATS = 2.5;

/** One WebSocket to the gateway that is put up again whenever it falls, as long as the server does not forbid it. */
export class Connection {
  readonly states = new Listeners<ConnectionState>();
  readonly frames = new Listeners<ServerFrame>();

  readonly #url: string;
  #state: ConnectionState = 'connecting';
  #socket: WebSocket | undefined;
  #attempt = 0;
  #retry: number | undefined;
  #silence: number | undefined;
  #silenceMs = WELCOME_WITHIN_MS;
  #notBefore = 0;

  constructor(url: string) {
    this.#url = url;
    window.addEventListener('offline', () => this.#drop('offline'));
    window.addEventListener('online', () => this.open());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.#state === 'reconnecting') this.open();
    });
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Connects now, unless it is connected or the server asked to wait. */
  open(): void {
    if (this.#socket) return;
    const waitMs = this.#notBefore - performance.now();
    if (waitMs > 0) return this.#openIn(waitMs);
    window.clearTimeout(this.#retry);
    const socket = new WebSocket(this.#url, 'gavel.v1');
    this.#socket = socket;
    this.#silenceMs = WELCOME_WITHIN_MS;
    this.#listenForSilence();
    socket.onmessage = (message) => this.#received(message.data as string);
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

  /** Sends when live; answers whether it did. */
  send(frame: ClientFrame): boolean {
    if (this.#state !== 'live' || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #received(text: string): void {
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.type === 'welcome') {
      this.#attempt = 0;
      this.#silenceMs = frame.heartbeatSeconds * 1000 * MISSED_HEARTBEATS;
      this.#become('live');
    }
    if (frame.type === 'error' && frame.retryAfterMs && !frame.id && !frame.lot) {
      this.#notBefore = performance.now() + frame.retryAfterMs;
    }
    this.#listenForSilence();
    this.frames.tell(frame);
  }

  #closed(code: number, reason = ''): void {
    if (!comesBack(code)) return this.#drop('offline');
    this.#notBefore = Math.max(this.#notBefore, performance.now() + staysAwayMs(reason));
    this.#drop('reconnecting');
    this.#openIn(Math.max(backoffMs(this.#attempt++), this.#notBefore - performance.now()));
  }

  #drop(state: ConnectionState): void {
    window.clearTimeout(this.#retry);
    window.clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#become(state);
  }

  #openIn(waitMs: number): void {
    window.clearTimeout(this.#retry);
    this.#retry = window.setTimeout(() => this.open(), waitMs);
  }

  #listenForSilence(): void {
    window.clearTimeout(this.#silence);
    this.#silence = window.setTimeout(() => this.#closed(1006), this.#silenceMs);
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.states.tell(state);
  }
}
