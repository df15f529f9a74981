import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Sale } from '../client/protocol';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { bidderWords } from '../words/bidder';
import { endingLots } from './ending-lots';
import { noteListLook } from './note-list-look';
import { isShownAt, linkOf, newsOf, withNote, withoutLot, type Happened, type Note } from './notes';
import { sayOutside } from './outside';

/** How long a payment may take before it is said to be due. */
const PAID_WITHIN_MS = 10_000;

/**
 * What happened on lots that are not on the screen: outbid, won, offered, to pay, about to end. It lies over the page's corner, so that nothing
 * moves, and stays until it is dismissed or one goes there.
 */
class NoteList extends LitElement {
  static override properties = { client: { attribute: false }, at: {}, notes: { state: true } };
  static override styles = [look, buttons, noteListLook];
  client!: GavelClient;
  /** The address that is shown, from its `#` on. */
  at = '#/';
  notes: readonly Note[] = [];
  readonly #won = new Set<string>();
  #timers: number[] = [];

  constructor() {
    super();
    new Listening(this, () => [
      this.client.outbids.on(({ lot }) => void this.#say('outbid', lot)),
      this.client.sales.on((sale) => this.#sold(sale)),
      this.client.session.changes.on(() => this.#begin()),
      endingLots(this.client, ({ id, title }) => void this.#say('ends-soon', id, title)),
      () => this.#forget(),
    ]);
  }

  override firstUpdated(): void {
    this.#begin();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('at')) this.notes = this.notes.filter((note) => !isShownAt(note, this.at));
  }

  override render() {
    const urgent = ({ happened }: Note): boolean => happened === 'outbid';
    return html`<section aria-label=${bidderWords().notes.title}>
      <div role="alert">${this.#list(this.notes.filter(urgent))}</div>
      <div role="status">${this.#list(this.notes.filter((note) => !urgent(note)))}</div>
    </section>`;
  }

  #list(notes: readonly Note[]) {
    return repeat(
      notes,
      ({ lot, happened }) => `${lot} ${happened}`,
      (note) => this.#note(note),
    );
  }

  #note(note: Note) {
    const text = bidderWords().notes;
    const lotNext = note.happened === 'outbid' || note.happened === 'ends-soon';
    const dismiss = () => (this.notes = withoutLot(this.notes, note.lot));
    return html`<div class="note ${note.happened}" data-testid=${note.happened === 'outbid' ? 'outbid-elsewhere' : `note-${note.happened}`} data-lot=${note.lot}>
      <p>${inWords(note)}</p>
      <a class="small" href=${linkOf(note)} @click=${dismiss}>${lotNext ? text.goToLot : text.goToPurchase}</a>
      <button class="plain small" aria-label="${text.dismiss}: ${inWords(note)}" @click=${dismiss}>${text.dismiss}</button>
    </div>`;
  }

  /** What is owed from before. */
  #begin(): void {
    this.#forget();
    this.#won.clear();
    this.notes = [];
    const { who } = this.client.session;
    if (!who?.roles.includes('BIDDER')) return;
    void this.#owed(who.account);
    void this.#learn(who.account);
  }

  /** Where one stands is known on every page, also in a new window: paddles and maxima are told once more. */
  async #learn(by: string): Promise<void> {
    const { ownBids } = this.client;
    const told = await this.#ask<{ items: ReadonlyArray<{ lot: string; paddle: number; max: number }> }>('/api/v1/me/bids?limit=200');
    for (const { lot, paddle, max } of told?.items ?? []) if (!ownBids.of(by, lot)) ownBids.learn({ by, lot, paddle, max });
  }

  async #owed(account: string): Promise<void> {
    const owed = await this.#ask<{ items: ReadonlyArray<{ lot: string; title: string }> }>('/api/v1/me/sales?role=buyer&state=awaiting-payment&limit=100');
    const first = owed?.items[0];
    if (first && this.#isStill(account)) this.#add({ happened: 'to-pay', lot: first.lot, title: first.title, count: owed.items.length });
  }

  #sold(sale: Sale): void {
    const news = newsOf(sale);
    if (!news || (news === 'won' && this.#won.has(sale.lot))) return;
    if (news === 'won') {
      this.#won.add(sale.lot);
      this.#timers.push(window.setTimeout(() => void this.#isPaid(sale.lot), PAID_WITHIN_MS));
    }
    void this.#say(news, sale.lot);
  }

  async #isPaid(lot: string): Promise<void> {
    const account = this.#account;
    const sale = await this.#ask<{ state: string; title: string }>(`/api/v1/sales/${encodeURIComponent(lot)}`);
    if (sale?.state === 'awaiting-payment' && this.#isStill(account)) this.#add({ happened: 'to-pay', lot, title: sale.title });
  }

  /** The title is looked up; where that fails, it is said without. Nothing is said to somebody else who has signed in meanwhile. */
  async #say(happened: Happened, lot: string, title?: string): Promise<void> {
    const account = this.#account;
    const known = title ?? (await this.#ask<{ title: string }>(`/api/v1/lots/${encodeURIComponent(lot)}`))?.title;
    if (this.#isStill(account)) this.#add({ happened, lot, title: known });
  }

  get #account(): string | undefined {
    return this.client.session.who?.account;
  }

  #isStill(account: string | undefined): boolean {
    return this.#account === account;
  }

  #add(note: Note): void {
    sayOutside(inWords(note), linkOf(note));
    if (!isShownAt(note, this.at)) this.notes = withNote(this.notes, note);
  }

  async #ask<T>(path: string): Promise<T | undefined> {
    try {
      return (await (await this.client.call(path)).json()) as T;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      return undefined;
    }
  }

  #forget(): void {
    for (const timer of this.#timers) window.clearTimeout(timer);
    this.#timers = [];
  }
}

function inWords({ happened, title, count = 1 }: Note): string {
  const text = bidderWords().notes;
  const lot = text.lot(title);
  switch (happened) {
    case 'outbid':
      return text.outbid(lot);
    case 'won':
      return text.won(lot);
    case 'offer':
      return text.offer(lot);
    case 'to-pay':
      return count > 1 ? text.manyToPay(count) : text.toPay(lot);
    case 'ends-soon':
      return text.endsSoon(lot);
  }
}

customElements.define('note-list', NoteList);
