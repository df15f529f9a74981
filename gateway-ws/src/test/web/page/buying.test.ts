import type { Purchase, PurchaseInFull } from '../../../main/web/buying/own';
import { Paged } from '../../../main/web/buying/paged';
import { bidStage, isPending, mayPay, stageOf } from '../../../main/web/buying/stage';
import { Problem } from '../../../main/web/client/http';
import type { Page } from '../../../main/web/page-by-page';
import { words } from '../../../main/web/words/words';
import { holds, same } from '../expect';

const SALE: Purchase = {
  lot: 'lot-1',
  version: 9,
  title: 'A clock',
  outcome: 'sold',
  state: 'awaiting-payment',
  hammer: 20_500,
  currency: 'EUR',
  at: '2026-11-22T10:00:00.000Z',
  buyer: 'alice',
  seller: 'greta',
};

function charged(...statuses: ReadonlyArray<'asked' | 'declined' | 'taken'>): PurchaseInFull {
  return { ...SALE, charges: statuses.map((status, at) => ({ charge: `lot-1/0/${at}`, debtor: 'alice', amount: 25_625, status })) };
}

Deno.test('a sale is what it is to the one who looks', () => {
  const { buyer: _, ...others } = SALE;
  same(stageOf(SALE, 'alice'), 'to-pay');
  same(stageOf(others, 'alice'), 'gone');
  same(stageOf({ ...SALE, state: 'sold-by-offer' }, 'alice'), 'paid');
  same(stageOf({ ...others, state: 'sold-by-offer' }, 'bob'), 'gone');
  const offered: Purchase = { ...others, state: 'offered', offer: { to: 'bob', price: 19_000 } };
  same([stageOf(offered, 'bob'), stageOf(offered, 'alice')], ['offered', 'offered-elsewhere']);
  same([bidStage('won', true), bidStage('won', false), bidStage('lost', true)], ['to-pay', 'won', 'lost']);
});

Deno.test('only what was declined is paid again; what is being asked for is waited for', () => {
  same([charged('asked'), charged('declined'), charged('declined', 'asked'), charged()].map((sale) => mayPay(sale, 'alice')), [false, true, false, false]);
  same([charged('asked'), charged('declined'), charged('declined', 'asked')].map((sale) => isPending(sale, 'alice')), [true, false, true]);
  holds('not by somebody else', !mayPay(charged('declined'), 'bob'));
  holds('not when it is paid', !isPending({ ...charged('asked'), state: 'paid' }, 'alice'));
});

type Item = { id: string; price: number };
const items = (ids: string, price = 1): Item[] => [...ids].map((id) => ({ id, price }));

function byHand() {
  const asked: Array<{ cursor: string | undefined; answer: (items: Item[], cursor?: string) => void; fail: () => void }> = [];
  const list = new Paged<Item>(({ id }) => id, () => {});
  const ask = (cursor?: string) =>
    new Promise<Page<Item>>((resolve, reject) =>
      asked.push({ cursor, answer: (found, next) => resolve({ items: found, cursor: next ?? null }), fail: () => reject(new Problem(0, 'away')) }),
    );
  return { asked, list, ask, shown: () => list.items.map(({ id, price }) => `${id}${price}`).join(' ') };
}

Deno.test('one’s own are read on page by page, and what failed is asked again', async () => {
  const { asked, list, ask, shown } = byHand();
  const begun = list.begin(ask);
  asked[0]!.answer(items('ab'), 'c1');
  await begun;
  const failed = list.more();
  asked[1]!.fail();
  await failed;
  same([list.problem, shown(), list.loading], [words().problems.noAnswer, 'a1 b1', false]);
  const again = list.again();
  same(asked[2]!.cursor, 'c1');
  asked[2]!.answer(items('bc'));
  await again;
  same([shown(), list.hasMore, list.problem ?? null], ['a1 b1 c1', false, null]);
});

Deno.test('what moved is replaced where it stands, what is new comes first', async () => {
  const { asked, list, ask, shown } = byHand();
  const begun = list.begin(ask);
  asked[0]!.answer(items('ab'));
  await begun;
  const refreshed = list.refresh();
  asked[1]!.answer([...items('n', 5), ...items('b', 7)]);
  await refreshed;
  same(shown(), 'n5 a1 b7');
});

Deno.test('an answer to what is no longer asked is dropped, also of a refresh', async () => {
  const { asked, list, ask, shown } = byHand();
  const begun = list.begin(ask);
  asked[0]!.answer(items('a'));
  await begun;
  const refreshed = list.refresh();
  const anew = list.begin(ask);
  asked[2]!.answer(items('z'));
  asked[1]!.answer(items('b'));
  await Promise.all([refreshed, anew]);
  same(shown(), 'z1');
});
