import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { LotEvent, LotRules } from '../client/protocol';
import type { Position } from '../client/watched-lot';
import type { Watching } from '../client/watches';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';
import { MOST_EVENTS, merged, newestHole } from './history';

const FETCH_AGAIN_MS = 5_000;
/** How often the history is asked for again without an event in between. */
const MOST_FETCHES = 20;

/** Follows a lot's log while its component is on the page; holes in the newest 200 events are fetched. */
export class FollowedLot implements ReactiveController {
  rules: LotRules | undefined;
  event: LotEvent | undefined;
  /** Newest first. */
  events: readonly LotEvent[] = [];
  /** Why the lot cannot be followed. */
  problem: string | undefined;
  historyProblem: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #what: () => readonly [client: GavelClient, lot: string];
  readonly #happened: (event: LotEvent) => void;
  #fetchedUntil: number | undefined;
  #fetches = 0;
  #again: number | undefined;
  #shown = false;
  #watching: Watching | undefined;

  constructor(host: ReactiveControllerHost, what: () => readonly [client: GavelClient, lot: string], happened: (event: LotEvent) => void) {
    this.#host = host;
    this.#what = what;
    this.#happened = happened;
    host.addController(this);
  }

  /** How far it was followed. */
  get position(): Position | undefined {
    return this.#watching?.position;
  }

  hostConnected(): void {
    const [client, lot] = this.#what();
    this.#shown = true;
    this.#watching = client.watch(lot, {
      onEvent: (event, rules) => this.#take(event, rules),
      onError: ({ code, message }) => {
        this.problem = code === 'unknown-lot' ? words().lot.unknown : message;
        this.#host.requestUpdate();
      },
    });
  }

  hostDisconnected(): void {
    this.#shown = false;
    this.#watching?.stop();
    window.clearTimeout(this.#again);
  }

  #take(event: LotEvent, rules: LotRules | undefined): void {
    this.problem = undefined;
    this.rules = rules ?? this.rules;
    this.event = event;
    this.events = merged(this.events, [event]);
    this.#fetches = 0;
    this.#happened(event);
    this.#host.requestUpdate();
    void this.#fill();
  }

  /** A hole is asked for once, and again where there was no answer. */
  async #fill(): Promise<void> {
    const hole = newestHole(this.events);
    if (!hole || hole.until === this.#fetchedUntil) return;
    this.#fetchedUntil = hole.until;
    const [client, lot] = this.#what();
    try {
      const missing = await client.api.logOf(lot, hole.after, MOST_EVENTS);
      this.events = merged(this.events, missing);
      this.historyProblem = undefined;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.historyProblem = words().lot.historyProblem(problemInWords(failed));
      if (this.#shown && this.#fetches++ < MOST_FETCHES) this.#again = window.setTimeout(() => this.#fillAgain(), FETCH_AGAIN_MS);
    }
    this.#host.requestUpdate();
  }

  #fillAgain(): void {
    this.#fetchedUntil = undefined;
    void this.#fill();
  }
}
