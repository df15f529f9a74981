/** Whoever wants to hear of a `T`; `on` answers with how to stop. */
export class Listeners<T> {
  readonly #all = new Set<(what: T) => void>();

  /** Tells `listener` of each from now on, until the answer is called. */
  on(listener: (what: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  /** @internal Tells everybody; one that throws keeps nobody else from hearing. */
  tell(what: T): void {
    for (const listener of [...this.#all]) safely(() => listener(what));
  }
}

/** Calls what is not ours; what it throws is reported as uncaught, behind the frame that is being handled. */
export function safely(call: () => void): void {
  try {
    call();
  } catch (thrown) {
    queueMicrotask(() => {
      throw thrown;
    });
  }
}
