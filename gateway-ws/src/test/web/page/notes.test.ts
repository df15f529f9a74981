import type { Sale } from '../../../main/web/client/protocol';
import { isShownAt, linkOf, mentionIn, newsOf, withNote, withoutLot, type Note } from '../../../main/web/notes/notes';
import { MOST_WATCHED, isWatched, toggleWatched, watchlist } from '../../../main/web/watching/watchlist';
import { holds, same } from '../expect';

const outbidOn = (lot: string): Note => ({ happened: 'outbid', lot });

Deno.test('of a lot only the newest note is kept, and three at all', () => {
  const notes = ['a', 'b', 'c', 'd'].reduce((all: readonly Note[], lot) => withNote(all, outbidOn(lot)), []);
  same(notes.map(({ lot }) => lot).join(''), 'dcb');
  const won = withNote(notes, { happened: 'won', lot: 'c' });
  same(won.map(({ lot, happened }) => `${lot} ${happened}`), ['c won', 'd outbid', 'b outbid']);
  same(withoutLot(won, 'd').length, 2);
});

Deno.test('a note leads to what it is about', () => {
  same(linkOf(outbidOn('a')), '#/lots/a');
  same(linkOf({ happened: 'won', lot: 'a' }), '#/my/sales/a');
  same(linkOf({ happened: 'to-pay', lot: 'a', count: 2 }), '#/my/sales/awaiting-payment');
});

Deno.test('what the page shows anyway is not noted, but that something is to be paid', () => {
  const shown = (happened: Note['happened'], at: string) => isShownAt({ happened, lot: 'a' }, at);
  same([shown('outbid', '#/lots/a'), shown('outbid', '#/lots/b'), shown('won', '#/lots/a'), shown('won', '#/my/sales/a')], [true, false, true, true]);
  same([shown('to-pay', '#/lots/a'), shown('to-pay', '#/my/sales/a')], [false, true]);
});

Deno.test('only one’s own purchases and offers are news', () => {
  const sale = (state: string, role?: 'buyer' | 'seller' | 'underbidder'): Sale => ({
    type: 'sale',
    lot: 'a',
    outcome: 'sold',
    state,
    currency: 'EUR',
    at: '2026-11-22T10:00:00.000Z',
    ...(role ? { private: { role } } : {}),
  });
  same([newsOf(sale('awaiting-payment', 'buyer')), newsOf(sale('offered', 'underbidder'))], ['won', 'offer']);
  holds('not those of others', [sale('paid'), sale('paid', 'seller'), sale('awaiting-payment', 'underbidder')].every((told) => newsOf(told) === undefined));
});

Deno.test('a watched lot is mentioned five minutes before its end, and no more when it is over', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  same(mentionIn('2026-11-22T10:06:00Z', now), 60_000);
  same(mentionIn('2026-11-22T10:04:00Z', now), 0);
  same(mentionIn('2026-11-22T10:00:00Z', now) ?? null, null);
});

Deno.test('lots are watched by account, the newest first, up to a limit', () => {
  const who = `alice ${Math.random()}`;
  toggleWatched(who, 'a');
  toggleWatched(who, 'b');
  same([watchlist(who), isWatched('bob', 'a')], [['b', 'a'], false]);
  toggleWatched(who, 'a');
  same(watchlist(who), ['b']);
  for (let lot = 1; lot < MOST_WATCHED; lot++) toggleWatched(who, `lot ${lot}`);
  same([toggleWatched(who, 'one more'), watchlist(who).length], [false, MOST_WATCHED]);
  holds('taking one off is always possible', toggleWatched(who, 'b') && !isWatched(who, 'b'));
});
