import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';

/** A line of a bill or statement; `label` is in English. */
export interface BillLine {
  readonly line: 'hammer' | 'hammer-tax' | 'premium' | 'premium-tax' | 'commission';
  readonly label: string;
  readonly percent?: number;
  readonly amount: number;
}

/** What a price would cost its buyer, and by which terms; amounts in minor units. */
export interface Costs {
  readonly currency: string;
  readonly price: number;
  readonly lines: readonly BillLine[];
  readonly total: number;
  /** In brackets like tax bands; the last has no end. */
  readonly premium: ReadonlyArray<{ readonly upTo?: number; readonly percent: number }>;
  /** In percent. */
  readonly taxes: { readonly hammer: number; readonly premium: number };
}

/** As long as the service calls an answer fresh. */
const FRESH_MS = 60_000;
const MOST_KEPT = 50;
/** Price, premium and total: what a bill has where nothing is known of taxes. */
const USUAL_ROWS = 3;

/** What prices cost, as it was told within the last minute; an answer only ever stands for the very price it was asked for. */
export class CostBook {
  readonly #ask: (currency: string, price: number) => Promise<Costs>;
  readonly #now: () => number;
  readonly #kept = new Map<string, { readonly at: number; readonly costs: Costs }>();
  readonly #rows = new Map<string, number>();

  constructor(ask: (currency: string, price: number) => Promise<Costs>, now: () => number) {
    this.#ask = ask;
    this.#now = now;
  }

  /** What is known without asking. */
  known(currency: string, price: number): Costs | undefined {
    const kept = this.#kept.get(`${currency} ${price}`);
    return kept && this.#now() - kept.at < FRESH_MS ? kept.costs : undefined;
  }

  /** Rejects with a {@link Problem} where it cannot be told. */
  async of(currency: string, price: number): Promise<Costs> {
    const known = this.known(currency, price);
    if (known) return known;
    const costs = await this.#ask(currency, price);
    if (costs.currency !== currency || costs.price !== price) throw new Problem(0, `costs of ${costs.price} ${costs.currency} (expected: of ${price} ${currency})`);
    this.#keep(`${currency} ${price}`, costs);
    return costs;
  }

  /** How many rows a bill in this currency has, the total included, as far as is known. */
  rows(currency: string): number {
    return this.#rows.get(currency) ?? USUAL_ROWS;
  }

  #keep(key: string, costs: Costs): void {
    this.#rows.set(costs.currency, costs.lines.length + 1);
    this.#kept.set(key, { at: this.#now(), costs });
    for (const oldest of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(oldest);
  }
}

const books = new WeakMap<GavelClient, CostBook>();

export function costBook(client: GavelClient): CostBook {
  const known = books.get(client);
  if (known) return known;
  const ask = async (currency: string, price: number): Promise<Costs> => {
    const asked = new URLSearchParams({ currency, price: String(price) });
    // For everybody the same: a token that has just expired is no reason not to be told.
    return (await (await client.call(`/api/v1/costs?${asked}`, { token: undefined })).json()) as Costs;
  };
  const book = new CostBook(ask, () => performance.now());
  books.set(client, book);
  return book;
}
