import type { Sale } from '../client/protocol';
import { lotLink } from '../shell/route';

export type Happened = 'outbid' | 'won' | 'offer' | 'to-pay' | 'ends-soon';

/** Something a bidder should know although he looks at something else. */
export interface Note {
  readonly happened: Happened;
  readonly lot: string;
  readonly title?: string | undefined;
  /** Of `to-pay`: how many purchases, where it is more than this one. */
  readonly count?: number;
}

/** More would be in the way. */
export const MOST_NOTES = 3;

/** Notes with one more, newest first: of each lot only the newest is kept, and only so many at all. */
export function withNote(notes: readonly Note[], note: Note): readonly Note[] {
  return [note, ...withoutLot(notes, note.lot)].slice(0, MOST_NOTES);
}

export function withoutLot(notes: readonly Note[], lot: string): readonly Note[] {
  return notes.filter((note) => note.lot !== lot);
}

/** Whether the page at `address` shows it anyway: the one it leads to, or, but for what is to be paid, that of its lot. */
export function isShownAt(note: Note, address: string): boolean {
  return linkOf(note) === address || (note.happened !== 'to-pay' && lotLink(note.lot) === address);
}

/** What one's own sale is worth saying; undefined where nothing new is to be done or known. */
export function newsOf({ private: own, state }: Sale): 'won' | 'offer' | undefined {
  if (own?.role === 'buyer' && (state === 'awaiting-payment' || state === 'paid')) return 'won';
  if (own?.role === 'underbidder' && state === 'offered') return 'offer';
  return undefined;
}

/** Where a note leads. */
export function linkOf({ happened, lot, count = 1 }: Note): string {
  if (happened === 'outbid' || happened === 'ends-soon') return lotLink(lot);
  return count > 1 ? '#/my/sales/awaiting-payment' : `#/my/sales/${encodeURIComponent(lot)}`;
}

/** How long before its end a watched lot is mentioned. */
export const ENDS_SOON_MS = 5 * 60_000;

/** In how many milliseconds the end of a lot is to be mentioned: 0 is now, undefined never, as it is over. */
export function mentionIn(closesAt: string, now: number): number | undefined {
  const left = Date.parse(closesAt) - now;
  return left > 0 ? Math.max(0, left - ENDS_SOON_MS) : undefined;
}
