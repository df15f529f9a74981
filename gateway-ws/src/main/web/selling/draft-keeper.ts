import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Drafts, type Attempt, type Draft, type NotKept } from './drafts';
import type { Filled } from './filled';

const KEPT_AFTER_MS = 300;

/** Keeps what is typed into a form as a draft on this device: a moment after it was typed, and at once when the page is left. */
export class DraftKeeper implements ReactiveController {
  /** As it is kept now. */
  kept: Draft | undefined;
  notKept: NotKept | undefined;
  readonly #host: ReactiveControllerHost;
  #drafts = new Drafts('');
  #id = '';
  #typed: Filled | undefined;
  #soon: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Takes up a draft by its id, with what is kept of it. */
  begin(account: string, id: string): Draft | undefined {
    this.#drafts = new Drafts(account);
    this.#id = id;
    return (this.kept = this.#drafts.one(id));
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#now);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#now);
    this.#now();
  }

  typed(filled: Filled): void {
    this.#typed = filled;
    window.clearTimeout(this.#soon);
    this.#soon = window.setTimeout(this.#now, KEPT_AFTER_MS);
  }

  /** Keeps it at once, with what is being tried; undefined when nothing is. */
  keep(filled: Filled, attempt: Attempt | undefined): void {
    this.#rest();
    const { relists } = this.kept ?? {};
    const draft: Draft = { id: this.#id, filled, keptAt: Date.now(), ...(relists ? { relists } : {}), ...(attempt ? { attempt } : {}) };
    this.notKept = this.#drafts.keep(draft);
    if (!this.notKept) this.kept = draft;
    this.#host.requestUpdate();
  }

  /** There is no draft any more. */
  remove(): void {
    this.#rest();
    this.#drafts.remove(this.#id);
  }

  readonly #now = (): void => {
    if (this.#typed) this.keep(this.#typed, this.kept?.attempt);
  };

  #rest(): void {
    this.#typed = undefined;
    window.clearTimeout(this.#soon);
  }
}
