import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far beyond the edge of the window something counts as in view. */
const MARGIN = '300px 0px';

/** Tells whether its component is in view, or nearly; one observer serves all. */
export class InView implements ReactiveController {
  static readonly #all = new WeakMap<Element, InView>();
  static readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const seen = InView.#all.get(target);
        if (seen) seen.#moved(isIntersecting);
      }
    },
    { rootMargin: MARGIN },
  );

  readonly #element: ReactiveControllerHost & Element;
  readonly #moved: (inView: boolean) => void;

  constructor(element: ReactiveControllerHost & Element, moved: (inView: boolean) => void) {
    this.#element = element;
    this.#moved = moved;
    element.addController(this);
  }

  hostConnected(): void {
    InView.#all.set(this.#element, this);
    InView.#observer.observe(this.#element);
  }

  hostDisconnected(): void {
    InView.#observer.unobserve(this.#element);
    this.#moved(false);
  }
}
