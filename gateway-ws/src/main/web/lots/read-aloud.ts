import { LitElement, html, type PropertyValues } from 'lit';
import { look } from '../look/look';

/** A sentence takes about as long to be heard. */
const LISTENED_TO_MS = 2_000;

/** Reads a text aloud whenever it changes, politely, and no faster than one can listen: of changes in between, the last. */
class ReadAloud extends LitElement {
  static override properties = { text: {}, said: { state: true } };
  static override styles = look;
  text = '';
  said = '';
  #listening: number | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#say();
  }

  override render() {
    return html`<span class="only-read-aloud" aria-live="polite">${this.said}</span>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#listening);
    this.#listening = undefined;
  }

  #say(): void {
    if (this.#listening !== undefined || this.said === this.text) return;
    this.said = this.text;
    this.#listening = window.setTimeout(() => {
      this.#listening = undefined;
      this.#say();
    }, LISTENED_TO_MS);
  }
}

customElements.define('read-aloud', ReadAloud);
