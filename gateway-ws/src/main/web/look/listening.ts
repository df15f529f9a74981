import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Listens while its component is on the page: `begin` answers with the functions that stop what it began. */
export class Listening implements ReactiveController {
  readonly #begin: () => ReadonlyArray<() => void>;
  #stops: ReadonlyArray<() => void> = [];

  constructor(host: ReactiveControllerHost, begin: () => ReadonlyArray<() => void>) {
    this.#begin = begin;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stops = this.#begin();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
