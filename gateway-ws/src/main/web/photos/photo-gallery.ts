import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { words } from '../words/words';
import { photoGalleryLook } from './photo-gallery-look';
import { printOf, printsOf } from './print';

/** The photos of a lot: one large, the others to choose from; the whole window on request. */
class PhotoGallery extends LitElement {
  static override properties = { photos: { attribute: false }, name: {}, at: { state: true } };
  static override styles = [look, buttons, photoGalleryLook];
  photos: readonly string[] = [];
  /** The lot's title. */
  name = '';
  at = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('photos')) this.at = Math.min(this.at, Math.max(0, this.photos.length - 1));
  }

  override render() {
    const text = words().lot.gallery;
    const { photos, at } = this;
    const shown = photos[at];
    if (!shown) return nothing;
    return html`
      <div role="group" aria-label=${text.title(this.name)} @keydown=${this.#key}>
        <button class="large" data-testid="photo-large" aria-label=${text.enlarge(at + 1, photos.length)} @click=${this.#enlarge}>
          ${this.#print(shown, '(min-width: 52rem) 44rem, 100vw')}
        </button>
        ${photos.length < 2
          ? nothing
          : html`<div class="thumbnails" data-testid="photo-thumbnails">
              ${photos.map(
                (photo, i) => html`
                  <button aria-label=${text.show(i + 1, photos.length)} aria-current=${i === at ? 'true' : 'false'} @click=${() => (this.at = i)}>
                    <img src=${printOf(photo, 320)} alt="" loading="lazy" decoding="async" />
                  </button>
                `,
              )}
            </div>`}
        <p class="only-read-aloud" role="status">${photos.length < 2 ? nothing : text.nth(at + 1, photos.length)}</p>
      </div>
      <dialog aria-label=${text.title(this.name)} data-testid="photo-dialog" @keydown=${this.#key} @click=${this.#outside}>
        ${this.#print(shown, '100vw')}
        <div class="bar">
          ${photos.length < 2
            ? nothing
            : html`<button aria-label=${text.before} data-testid="photo-before" @click=${() => this.#go(-1)}>←</button>
                <span class="small">${text.nth(at + 1, photos.length)}</span>
                <button aria-label=${text.after} data-testid="photo-after" @click=${() => this.#go(1)}>→</button>`}
          <button data-testid="photo-close" @click=${() => this.#dialog?.close()}>${text.close}</button>
        </div>
      </dialog>
    `;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #print(photo: string, sizes: string) {
    const alt = words().lot.gallery.photo(this.name, this.at + 1, this.photos.length);
    return html`<img src=${printOf(photo, 800)} srcset=${printsOf(photo)} sizes=${sizes} alt=${alt} decoding="async" />`;
  }

  #enlarge(): void {
    this.#dialog?.showModal();
  }

  #outside(event: Event): void {
    if (event.target === this.#dialog) this.#dialog?.close();
  }

  #go(by: number): void {
    const { length } = this.photos;
    this.at = (this.at + by + length) % length;
  }

  /** With another key held it is the browser's, such as Alt and an arrow for going back. */
  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(by);
  }
}

customElements.define('photo-gallery', PhotoGallery);
