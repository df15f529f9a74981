import type { Listing } from '../client/api';
import type { Filled } from './filled';

/** A listing that was sent while nobody knows what became of it: sent again under the same key, it lists nothing twice. */
export interface Attempt {
  readonly key: string;
  readonly listing: Listing;
}

/** A lot that is not listed yet. */
export interface Draft {
  readonly id: string;
  readonly filled: Filled;
  /** When it was kept, in milliseconds by the device's clock. */
  readonly keptAt: number;
  /** The unsold lot that comes up again as this. */
  readonly relists?: string;
  readonly attempt?: Attempt;
}

/** Why a draft was not kept. */
export type NotKept = 'full' | 'too-many' | 'forbidden';

/** The most drafts of one account on a device. */
export const MOST_DRAFTS = 100;

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The drafts of one account on this device, each under a key of its own, so that two windows do not overwrite each other's. */
export class Drafts {
  readonly #prefix: string;
  readonly #shelf: () => Shelf;

  /** `shelf` may throw, where nothing may be stored. */
  constructor(account: string, shelf: () => Shelf = () => localStorage) {
    this.#prefix = `gavel.draft.${account}/`;
    this.#shelf = shelf;
  }

  /** All of them, newest first; those that cannot be read are left out. */
  all(): readonly Draft[] {
    try {
      const found = this.#keys().map((key) => read(this.#shelf().getItem(key)));
      return found.filter((each) => each !== undefined).sort((a, b) => b.keptAt - a.keptAt);
    } catch {
      return [];
    }
  }

  one(id: string): Draft | undefined {
    try {
      return read(this.#shelf().getItem(this.#prefix + id));
    } catch {
      return undefined;
    }
  }

  /** Keeps it in the place of what was kept under its id; undefined when that is done. */
  keep(draft: Draft): NotKept | undefined {
    try {
      const shelf = this.#shelf();
      if (shelf.getItem(this.#prefix + draft.id) === null && this.#keys().length >= MOST_DRAFTS) return 'too-many';
      shelf.setItem(this.#prefix + draft.id, JSON.stringify(draft));
      return undefined;
    } catch (failed) {
      return failed instanceof Error && failed.name === 'QuotaExceededError' ? 'full' : 'forbidden';
    }
  }

  remove(id: string): void {
    try {
      this.#shelf().removeItem(this.#prefix + id);
    } catch {
      // Where nothing may be stored, nothing is.
    }
  }

  #keys(): readonly string[] {
    const shelf = this.#shelf();
    const all = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
    return all.filter((key) => key.startsWith(this.#prefix));
  }
}

function read(text: string | null): Draft | undefined {
  try {
    const draft = JSON.parse(text ?? 'null') as Draft | null;
    return draft && typeof draft.id === 'string' && typeof draft.filled === 'object' ? draft : undefined;
  } catch {
    return undefined;
  }
}
