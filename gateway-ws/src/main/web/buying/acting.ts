import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { newId } from '../client/new-id';
import { problemInWords } from '../words/problem';
import { act, type PurchaseInFull } from './own';

/** Tells the page that a sale has moved, with what it is now. */
export function moved(sale: PurchaseInFull): CustomEvent<PurchaseInFull> {
  return new CustomEvent('sale-moved', { detail: sale });
}

/** One thing somebody asks of a sale: pressed again after no answer it is the same, so it is done once. */
export class Acting {
  #key = newId();

  /** The sale afterwards, or in words why not. */
  async do(client: GavelClient, lot: string, what: 'pay' | 'accept' | 'decline'): Promise<PurchaseInFull | string> {
    try {
      const sale = await act(client, lot, what, this.#key);
      this.#key = newId();
      return sale;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (failed.status !== 0 && failed.status < 500) this.#key = newId();
      return problemInWords(failed);
    }
  }
}
