import { Listeners } from '../client/listeners';
import { keep, kept } from '../look/kept';

/** As many as can be looked at without asking the server for ever. */
export const MOST_WATCHED = 200;

/** Told when somebody watches a lot or no longer does, in this window or another. */
export const watchlistChanges = new Listeners<void>();

if (typeof window !== 'undefined' && 'addEventListener' in window)
  window.addEventListener('storage', ({ key }) => key?.startsWith('gavel.watchlist.') && watchlistChanges.tell());

/** The lots that an account watches on this device, newest first; undefined is whoever is not signed in. */
export function watchlist(account: string | undefined): readonly string[] {
  const list: unknown = read(kept(keyOf(account)) ?? '[]');
  return Array.isArray(list) ? list.filter((lot): lot is string => typeof lot === 'string').slice(0, MOST_WATCHED) : [];
}

export function isWatched(account: string | undefined, lot: string): boolean {
  return watchlist(account).includes(lot);
}

/** Watches a lot, or no longer; false where no more can be watched. */
export function toggleWatched(account: string | undefined, lot: string): boolean {
  const list = watchlist(account);
  const others = list.filter((each) => each !== lot);
  if (others.length === list.length && list.length >= MOST_WATCHED) return false;
  keep(keyOf(account), JSON.stringify(others.length === list.length ? [lot, ...list] : others));
  watchlistChanges.tell();
  return true;
}

function keyOf(account: string | undefined): string {
  return `gavel.watchlist.${account ?? ''}`;
}

/** What is no list any more counts as none. */
function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
}
