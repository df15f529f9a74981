import type { ReactiveControllerHost } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { Lot, LotEvent } from '../client/protocol';
import { InView } from '../look/in-view';

type Row = ReactiveControllerHost & Element & { readonly client: GavelClient; readonly lot: Lot };

/** How the lot of a row stands: followed while the row is in view, unless it is closed; else as the row was last told. */
export class LiveLot {
  inView = false;
  readonly #row: Row;
  readonly #changed: (before: LotEvent, now: LotEvent) => void;
  #heard: LotEvent | undefined;
  #stop: (() => void) | undefined;

  /** `changed` is told of each event that is newer than what was known. */
  constructor(row: Row, changed: (before: LotEvent, now: LotEvent) => void = () => {}) {
    this.#row = row;
    this.#changed = changed;
    new InView(row, (inView) => this.#moved(inView));
  }

  /** The newest that is known. */
  get event(): LotEvent {
    const { version, event } = this.#row.lot;
    return this.#heard && this.#heard.version > version ? this.#heard : event;
  }

  #moved(inView: boolean): void {
    this.inView = inView;
    this.#row.requestUpdate();
    if (inView && this.event.status !== 'closed') {
      this.#stop ??= this.#row.client.watch(this.#row.lot.id, { onEvent: (event) => this.#happened(event) }, { feed: 'state' }).stop;
    } else {
      this.#stop?.();
      this.#stop = undefined;
    }
  }

  #happened(event: LotEvent): void {
    const before = this.event;
    if (event.version <= before.version) return;
    this.#heard = event;
    this.#row.requestUpdate();
    this.#changed(before, event);
  }
}
