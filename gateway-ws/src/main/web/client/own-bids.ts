import type { Decision } from './protocol';
import { Listeners } from './listeners';
import type { Store } from './session';

const KEY = 'gavel.own-bids';
const KEPT_LOTS = 200;

/** What only this account knows about its bidding on a lot. */
export interface OwnBid {
  readonly paddle: number;
  readonly max: number | undefined;
}

/** The own paddle and maximum per lot, learnt from decisions; of the last 200 lots, kept where the session is. */
export class OwnBids {
  /** The lots of which something was learnt. */
  readonly changes = new Listeners<string>();

  readonly #store: Store | undefined;
  #byAccountAndLot: Map<string, OwnBid>;

  /** @internal */
  constructor(store: Store | undefined) {
    this.#store = store;
    this.#byAccountAndLot = new Map(JSON.parse(store?.getItem(KEY) ?? '[]') as Array<[string, OwnBid]>);
  }

  /** Undefined where nothing is known yet. */
  of(account: string | undefined, lot: string): OwnBid | undefined {
    return account ? this.#byAccountAndLot.get(`${account} ${lot}`) : undefined;
  }

  /** @internal */
  learn(decision: Pick<Decision, 'by' | 'lot' | 'paddle' | 'max'>): void {
    if (decision.paddle === undefined) return;
    const key = `${decision.by} ${decision.lot}`;
    const known = this.#byAccountAndLot.get(key);
    this.#byAccountAndLot.delete(key);
    this.#byAccountAndLot.set(key, { paddle: decision.paddle, max: decision.max ?? known?.max });
    const kept = [...this.#byAccountAndLot].slice(-KEPT_LOTS);
    this.#byAccountAndLot = new Map(kept);
    this.#store?.setItem(KEY, JSON.stringify(kept));
    this.changes.tell(decision.lot);
  }
}
