import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { problemInWords } from '../words/problem';
import { Readings, type SystemAnswer } from './readings';
import { tilesOf, type Tile } from './tiles';

const LOOK_EVERY_MS = 3_000;
const MOST_DRAWN = 60;

/** Asks every three seconds how the services are, while its page is in view; hidden, it asks nobody. */
export class WatchSystem implements ReactiveController {
  readonly readings = new Readings();
  tiles: readonly Tile[] = [];
  /** How each figure went, oldest first. */
  readonly drawn = new Map<string, ReadonlyArray<number | undefined>>();
  /** When the newest answer came, by the gateway's clock; undefined before the first. */
  at: string | undefined;
  problem: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #client: () => GavelClient;
  #timer: number | undefined;
  #looking = false;
  #there = false;
  readonly #seen = (): void => this.#lookNow();

  constructor(host: ReactiveControllerHost, client: () => GavelClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {
    this.#there = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.#lookNow();
  }

  hostDisconnected(): void {
    this.#there = false;
    document.removeEventListener('visibilitychange', this.#seen);
    window.clearTimeout(this.#timer);
  }

  #lookNow(): void {
    window.clearTimeout(this.#timer);
    if (this.#there && !document.hidden && !this.#looking) void this.#look();
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      if (this.#client().session.may('OPERATOR')) this.#take((await (await this.#client().call('/api/v1/system')).json()) as SystemAnswer);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = problemInWords(failed);
    } finally {
      this.#looking = false;
      this.#host.requestUpdate();
      if (this.#there && !document.hidden) this.#timer = window.setTimeout(this.#seen, LOOK_EVERY_MS);
    }
  }

  #take(answer: SystemAnswer): void {
    this.problem = undefined;
    this.at = answer.at;
    this.readings.take(answer, performance.now());
    this.tiles = tilesOf(this.readings);
    for (const { id, drawn } of this.tiles) this.drawn.set(id, [...(this.drawn.get(id) ?? []), drawn].slice(-MOST_DRAWN));
  }
}
