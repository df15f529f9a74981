import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { LotEvent, LotRules } from '../client/protocol';
import { MOST_EVENTS, merged, newestHole } from '../lots/history';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';

const FETCH_AGAIN_MS = 5_000;

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
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, what: () => readonly [client: GavelClient, lot: string], happened: (event: LotEvent) => void) {
    this.#host = host;
    this.#what = what;
    this.#happened = happened;
    host.addController(this);
  }

  hostConnected(): void {
    const [client, lot] = this.#what();
    this.#stop = client.watch(lot, {
      onEvent: (event, rules) => this.#take(event, rules),
      onError: ({ code, message }) => {
        this.problem = code === 'unknown-lot' ? words().lot.unknown : message;
        this.#host.requestUpdate();
      },
    }).stop;
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #take(event: LotEvent, rules: LotRules | undefined): void {
    this.problem = undefined;
    this.rules = rules ?? this.rules;
    this.event = event;
    this.events = merged(this.events, [event]);
    this.#happened(event);
    this.#host.requestUpdate();
    void this.#fill();
  }

  /** A hole is asked for once. */
  async #fill(): Promise<void> {
    const hole = newestHole(this.events);
    if (!hole || hole.until === this.#fetchedUntil) return;
    this.#fetchedUntil = hole.until;
    const [client, lot] = this.#what();
    try {
      this.events = merged(this.events, await client.api.logOf(lot, hole.after, MOST_EVENTS));
      this.historyProblem = undefined;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.historyProblem = words().lot.historyProblem(problemInWords(failed));
      window.setTimeout(() => (this.#fetchedUntil = undefined), FETCH_AGAIN_MS);
    }
    this.#host.requestUpdate();
  }
}
