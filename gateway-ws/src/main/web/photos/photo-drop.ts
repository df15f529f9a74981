import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { photoWords } from '../words/photos';
import { Album, MOST_PHOTOS, type Shot } from './album';
import { photoDropLook } from './photo-drop-look';
import { printOf } from './print';
import { sendWith } from './sending';

/** What has changed: the ids in their order, and whether some are still on their way. */
export type PhotosChanged = CustomEvent<{ readonly photos: readonly string[]; readonly busy: boolean }>;

/**
 * Takes the photos of a lot: by drag and drop, from the clipboard, or chosen; puts them in order. `photos` are the ids to begin with. Tells
 * `photos-changed` with each change of them, and when sending begins or ends.
 */
export class PhotoDrop extends LitElement {
  static override properties = { client: { attribute: false }, photos: { attribute: false }, over: { state: true }, said: { state: true } };
  static override styles = [look, buttons, photoDropLook];
  client!: GavelClient;
  photos: readonly string[] = [];
  /** Something is being dragged over it. */
  over = false;
  /** What is read aloud. */
  said = '';
  readonly #album = new Album(sendWith(() => this.client.session.token), (ids) => this.#changed(ids));
  #wasBusy = false;
  #dragged: number | undefined;

  constructor() {
    super();
    new Listening(this, () => {
      const pasted = (event: ClipboardEvent): void => this.#pasted(event);
      document.addEventListener('paste', pasted);
      return [() => document.removeEventListener('paste', pasted)];
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('photos') && this.photos.join() !== this.#album.ids.join()) this.#album.show(this.photos);
  }

  override render() {
    const text = photoWords();
    const { shots, room } = this.#album;
    return html`
      <div
        role="group"
        aria-label=${text.title}
        class="zone ${this.over ? 'over' : ''}"
        @dragover=${this.#dragOver}
        @dragleave=${() => (this.over = false)}
        @drop=${(event: DragEvent) => this.#add(event, event.dataTransfer?.files)}
        data-testid="photo-zone"
      >
        <ol class="shots" ?hidden=${shots.length === 0}>
          ${repeat(
            shots,
            ({ key }) => key,
            (shot, at) => this.#tile(shot, at),
          )}
        </ol>
        <div class="choose">
          <input
            id="photos"
            class="only-read-aloud"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/gif"
            multiple
            ?disabled=${room <= 0}
            aria-describedby="how"
            data-testid="photo-files"
            @change=${this.#chosen}
          />
          <label for="photos" class="button">${text.choose}</label>
          <p class="small muted" id="how">${room > 0 ? text.how(MOST_PHOTOS) : text.full(MOST_PHOTOS)}</p>
        </div>
      </div>
      <p class="only-read-aloud" role="status" data-testid="photos-said">${this.said}</p>
    `;
  }

  #tile(shot: Shot, at: number) {
    const text = photoWords();
    const name = text.nth(at + 1, shot.name);
    if (shot.refused) {
      return html`<li class="refused" data-testid="photo-refused" data-why=${shot.refused}>
        <p class="small" role="alert"><strong>${shot.name}</strong> ${text.refused[shot.refused]}</p>
        <button class="plain" type="button" aria-label=${text.forget(shot.name)} @click=${() => this.#album.remove(shot.key)}>✕</button>
      </li>`;
    }
    return html`
      <li
        class="shot"
        draggable=${shot.id ? 'true' : 'false'}
        data-testid="photo"
        data-photo=${shot.id ?? nothing}
        @dragstart=${(event: DragEvent) => this.#lift(event, shot)}
        @dragover=${(event: DragEvent) => this.#dragged !== undefined && event.preventDefault()}
        @drop=${(event: DragEvent) => this.#put(event, at)}
      >
        ${shot.id
          ? html`<img src=${printOf(shot.id, 320)} alt=${name} draggable="false" />`
          : html`<div class="coming">
              <span class="small">${shot.name}</span>
              <progress max="1" .value=${shot.part} aria-label=${text.sending(shot.name)}></progress>
            </div>`}
        ${at === 0 ? html`<span class="cover">${text.cover}</span>` : nothing}
        <div class="acts">
          <button type="button" aria-label=${text.earlier(name)} ?disabled=${at === 0} data-testid="photo-earlier" @click=${() => this.#move(shot, at - 1)}>←</button>
          <button
            type="button"
            aria-label=${text.later(name)}
            ?disabled=${at >= this.#album.count - 1}
            data-testid="photo-later"
            @click=${() => this.#move(shot, at + 1)}
          >
            →
          </button>
          <button type="button" aria-label=${text.remove(name)} data-testid="photo-remove" @click=${() => this.#remove(shot, name)}>✕</button>
        </div>
      </li>
    `;
  }

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#album.add([...(input.files ?? [])]);
    input.value = '';
  }

  /** A text that brings its picture along, as spreadsheets copy it, is pasted as text. */
  #pasted(event: ClipboardEvent): void {
    if (!event.clipboardData?.types.includes('text/plain')) this.#add(event, event.clipboardData?.files);
  }

  #add(event: Event, files: FileList | undefined): void {
    this.over = false;
    if (!files?.length || this.#dragged !== undefined) return;
    event.preventDefault();
    this.#album.add([...files]);
  }

  #dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files') || this.#dragged !== undefined) return;
    event.preventDefault();
    this.over = true;
  }

  #lift(event: DragEvent, shot: Shot): void {
    this.#dragged = shot.key;
    event.dataTransfer?.setData('text/plain', shot.name);
    const landed = (): void => {
      this.#dragged = undefined;
    };
    event.target?.addEventListener('dragend', landed, { once: true });
  }

  #put(event: DragEvent, at: number): void {
    if (this.#dragged === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#album.move(this.#dragged, at);
  }

  #move(shot: Shot, to: number): void {
    this.#album.move(shot.key, to);
    const text = photoWords();
    this.said = to === 0 ? text.isCover(shot.name) : text.isNth(shot.name, to + 1, this.#album.count);
  }

  /** The focus goes to what takes its place. */
  async #remove(shot: Shot, name: string): Promise<void> {
    const at = this.#album.shots.findIndex(({ key }) => key === shot.key);
    this.#album.remove(shot.key);
    this.said = photoWords().removed(name);
    await this.updateComplete;
    const left = this.renderRoot.querySelectorAll<HTMLElement>('[data-testid="photo-remove"]');
    (left[Math.min(at, left.length - 1)] ?? this.renderRoot.querySelector<HTMLElement>('#photos'))?.focus();
  }

  #changed(ids: boolean): void {
    const { ids: photos, busy } = this.#album;
    this.requestUpdate();
    if (!ids && busy === this.#wasBusy) return;
    if (this.#wasBusy && !busy) this.said = photoWords().allSent(photos.length);
    this.#wasBusy = busy;
    this.photos = photos;
    this.dispatchEvent(new CustomEvent('photos-changed', { detail: { photos, busy } }) satisfies PhotosChanged);
  }
}

customElements.define('photo-drop', PhotoDrop);
