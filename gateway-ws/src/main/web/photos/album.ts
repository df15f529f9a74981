import type { Refusal, Send } from './sending';

/** The most photos of a lot. */
export const MOST_PHOTOS = 12;

const AT_ONCE = 2;
const TRIES = 6;
/** Of one file, which may still be made smaller before it is sent. */
const MOST_FILE_BYTES = 60 * 1024 * 1024;

/** A file on its way to being a photo of the lot, or one that is. */
export interface Shot {
  readonly key: number;
  readonly name: string;
  /** How much of it was sent, 0 to 1. */
  readonly part: number;
  /** There once it is kept. */
  readonly id?: string;
  readonly refused?: Refusal;
}

/** The photos of one lot in their order, and the sending of those that are new. */
export class Album {
  #shots: readonly Shot[] = [];
  readonly #files = new Map<number, Blob>();
  readonly #stops = new Map<number, AbortController>();
  readonly #send: Send;
  readonly #changed: (ids: boolean) => void;
  readonly #wait: (ms: number) => Promise<void>;
  #keys = 0;
  #sending = 0;

  /** `changed` is told of every change, and whether it is one of `ids`. */
  constructor(send: Send, changed: (ids: boolean) => void, wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))) {
    this.#send = send;
    this.#changed = changed;
    this.#wait = wait;
  }

  /** Those that were refused come last. */
  get shots(): readonly Shot[] {
    return this.#shots;
  }

  /** Of those that are kept, in their order. */
  get ids(): readonly string[] {
    return this.#shots.flatMap(({ id }) => (id ? [id] : []));
  }

  /** Those that are photos, or may still become one. */
  get count(): number {
    return this.#shots.filter(({ refused }) => !refused).length;
  }

  get room(): number {
    return MOST_PHOTOS - this.count;
  }

  get busy(): boolean {
    return this.#shots.some(({ id, refused }) => !id && !refused);
  }

  /** Shows just these, as a draft has them; what is on its way stays. */
  show(ids: readonly string[]): void {
    const known = new Map(this.#shots.map((shot) => [shot.id, shot]));
    const shown = ids.map((id) => known.get(id) ?? { key: ++this.#keys, name: '', part: 1, id });
    this.#shots = [...shown, ...this.#shots.filter(({ id }) => !id)];
    this.#changed(false);
  }

  /** Sends these behind the others; what cannot be a photo is refused at once. */
  add(files: Iterable<File>): void {
    let room = this.room;
    for (const file of files) {
      const key = ++this.#keys;
      const refused = refusalOf(file, room);
      if (!refused) {
        room--;
        this.#files.set(key, file);
      }
      this.#shots = [...this.#shots, { key, name: file.name, part: 0, ...(refused && { refused }) }];
    }
    this.#putInOrder();
    this.#changed(false);
    this.#next();
  }

  /** Takes one out, or gives it up. */
  remove(key: number): void {
    this.#files.delete(key);
    this.#stops.get(key)?.abort();
    const wasKept = this.#shots.some((shot) => shot.key === key && shot.id);
    this.#shots = this.#shots.filter((shot) => shot.key !== key);
    this.#changed(wasKept);
  }

  /** Puts one in the place of another; the first is the cover. */
  move(key: number, to: number): void {
    const shot = this.#shots.find((each) => each.key === key);
    if (!shot || to < 0 || to >= this.count) return;
    const others = this.#shots.filter((each) => each.key !== key);
    this.#shots = [...others.slice(0, to), shot, ...others.slice(to)];
    this.#changed(true);
  }

  #next(): void {
    for (const [key, file] of this.#files) {
      if (this.#sending >= AT_ONCE) return;
      this.#files.delete(key);
      this.#sending++;
      void this.#sent(key, file).finally(() => {
        this.#sending--;
        this.#stops.delete(key);
        this.#next();
      });
    }
  }

  async #sent(key: number, file: Blob): Promise<void> {
    const stop = new AbortController();
    this.#stops.set(key, stop);
    for (let tried = 1; !stop.signal.aborted; tried++) {
      const sent = await this.#send(file, (part) => this.#become(key, { part }), stop.signal);
      if ('busyMs' in sent && tried < TRIES) {
        await this.#wait(sent.busyMs);
        continue;
      }
      if ('id' in sent && this.ids.includes(sent.id)) this.remove(key);
      else this.#become(key, 'id' in sent ? { id: sent.id, part: 1 } : { refused: 'refused' in sent ? sent.refused : 'not-sent' });
      return;
    }
  }

  #putInOrder(): void {
    this.#shots = [...this.#shots.filter(({ refused }) => !refused), ...this.#shots.filter(({ refused }) => refused)];
  }

  #become(key: number, more: Partial<Shot>): void {
    this.#shots = this.#shots.map((shot) => (shot.key === key ? { ...shot, ...more } : shot));
    this.#putInOrder();
    this.#changed(more.id !== undefined);
  }
}

function refusalOf(file: File, room: number): Refusal | undefined {
  if (file.type !== '' && !file.type.startsWith('image/')) return 'no-photo';
  if (file.size > MOST_FILE_BYTES) return 'too-large';
  return room <= 0 ? 'too-many' : undefined;
}
