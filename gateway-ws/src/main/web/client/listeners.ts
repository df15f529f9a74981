/** Whoever wants to hear of a `T`; `on` answers with how to stop. */
export class Listeners<T> {
  readonly #all = new Set<(what: T) => void>();

  on(listener: (what: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(what: T): void {
    for (const listener of [...this.#all]) listener(what);
  }
}
