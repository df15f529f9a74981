import type { Decision } from './protocol';
import { Listeners } from './listeners';

const KEY = 'gavel.own-bids';
const KEPT_LOTS = 200;

/** What only this account knows about its bidding on a lot. */
export interface OwnBid {
  readonly paddle: number;
  readonly max: number | undefined;
}

/** The own paddle and maximum per lot, learnt from decisions and kept for the window. */
export class OwnBids {
  readonly changes = new Listeners<string>();
  readonly #byAccountAndLot = stored();

  of(account: string | undefined, lot: string): OwnBid | undefined {
    return account ? this.#byAccountAndLot.get(`${account} ${lot}`) : undefined;
  }

  learn(decision: Decision): void {
    if (decision.paddle === undefined) return;
    const key = `${decision.by} ${decision.lot}`;
    const known = this.#byAccountAndLot.get(key);
    this.#byAccountAndLot.delete(key);
    this.#byAccountAndLot.set(key, { paddle: decision.paddle, max: decision.max ?? known?.max });
    const kept = [...this.#byAccountAndLot].slice(-KEPT_LOTS);
    sessionStorage.setItem(KEY, JSON.stringify(kept));
    this.changes.tell(decision.lot);
  }
}

function stored(): Map<string, OwnBid> {
  return new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Array<[string, OwnBid]>);
}
