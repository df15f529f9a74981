import type { KeyedLine } from './import-run';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The import of one account that is not at its end yet, kept on this device so that it can go on after a break. */
export class KeptImport {
  readonly #key: string;
  readonly #shelf: () => Shelf;

  /** `shelf` may throw, where nothing may be stored. */
  constructor(account: string, shelf: () => Shelf = () => localStorage) {
    this.#key = `gavel.import.${account}`;
    this.#shelf = shelf;
  }

  /** Whether that could be done. */
  keep(lines: readonly KeyedLine[]): boolean {
    try {
      this.#shelf().setItem(this.#key, JSON.stringify(lines));
      return true;
    } catch {
      return false;
    }
  }

  lines(): readonly KeyedLine[] {
    try {
      const lines = JSON.parse(this.#shelf().getItem(this.#key) ?? '[]') as readonly KeyedLine[];
      return Array.isArray(lines) ? lines : [];
    } catch {
      return [];
    }
  }

  forget(): void {
    try {
      this.#shelf().removeItem(this.#key);
    } catch {
      // Where nothing may be stored, nothing is.
    }
  }
}
