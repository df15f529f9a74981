import type { LotPage, LotsWanted } from '../../../main/web/client/api';
import { Problem } from '../../../main/web/client/http';
import { Catalogue } from '../../../main/web/lots/catalogue';
import { holds, same } from '../expect';
import { aLot } from './a-lot';

/** Pages that are answered by hand. */
function byHand() {
  const asked: Array<{ wanted: LotsWanted; answer: (ids: string, cursor?: string) => Promise<void>; fail: () => Promise<void> }> = [];
  const catalogue = new Catalogue(
    (wanted) =>
      new Promise<LotPage>((resolve, reject) =>
        asked.push({
          wanted,
          answer: async (ids, cursor) => (resolve({ items: [...ids].map(aLot), cursor: cursor ?? null }), settled()),
          fail: async () => (reject(new Problem(0, 'The server did not answer.')), settled()),
        }),
      ),
    () => {},
  );
  return { catalogue, asked, shown: () => catalogue.lots.map(({ id }) => id).join('') };
}

const settled = () => new Promise<void>((then) => setTimeout(then, 0));

Deno.test('a list is read on by cursor, each lot once, until there is no more', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'closed', sort: 'price' });
  await asked[0]!.answer('abc', 'c1');
  void catalogue.more();
  void catalogue.more();
  same([asked.length, asked[1]!.wanted.cursor, asked[1]!.wanted.sort], [2, 'c1', 'price']);
  await asked[1]!.answer('cd');
  same([shown(), catalogue.hasMore], ['abcd', false]);
  await catalogue.more();
  same(asked.length, 2);
});

Deno.test('open lots have the paused ones before them', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'open' });
  same(asked.map(({ wanted }) => wanted.status).sort(), ['open', 'paused']);
  for (const { wanted, answer } of asked) await answer(wanted.status === 'paused' ? 'p' : 'ab');
  same(shown(), 'pab');
});

Deno.test('an answer to what is no longer asked is dropped', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'closed', q: 'clo' });
  void catalogue.begin({ status: 'closed', q: 'clock' });
  await asked[1]!.answer('b');
  await asked[0]!.answer('a');
  same([shown(), catalogue.loading], ['b', false]);
});

Deno.test('what failed is said, and can be asked again; what is shown stays', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'closed' });
  await asked[0]!.answer('a', 'c1');
  void catalogue.more();
  await asked[1]!.fail();
  same([catalogue.problem, shown(), catalogue.loading], ['The server did not answer. Please try again.', 'a', false]);
  void catalogue.more();
  await asked[2]!.answer('b');
  same([catalogue.problem ?? null, shown()], [null, 'ab']);
});

Deno.test('newcomers are counted, and do not move what is shown', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'closed' });
  await asked[0]!.answer('ab');
  void catalogue.lookForNewcomers();
  await asked[1]!.answer('xab');
  same([catalogue.newcomers, shown()], [1, 'ab']);
  void catalogue.lookForNewcomers();
  await asked[2]!.fail();
  holds('still one', catalogue.newcomers === 1 && catalogue.problem === undefined);
});

Deno.test('where another question was not answered, it is asked again, and not read on behind the old one', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'closed' });
  await asked[0]!.answer('ab', 'c1');
  void catalogue.begin({ status: 'closed', q: 'clock' });
  await asked[1]!.fail();
  same(shown(), 'ab');
  void catalogue.again();
  same([asked[2]!.wanted.q ?? null, asked[2]!.wanted.cursor ?? null], ['clock', null]);
  await asked[2]!.answer('c', 'c2');
  void catalogue.more();
  await asked[3]!.fail();
  void catalogue.again();
  same(asked[4]!.wanted.cursor, 'c2');
  await asked[4]!.answer('d');
  same(shown(), 'cd');
});

Deno.test('what is read anew is read as far as it was', async () => {
  const { catalogue, asked, shown } = byHand();
  const many = Array.from({ length: 30 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
  void catalogue.begin({ status: 'closed' });
  await asked[0]!.answer(many, 'c1');
  void catalogue.renew({ status: 'closed' });
  same([asked[0]!.wanted.limit, asked[1]!.wanted.limit], [24, 30]);
  await asked[1]!.answer(many.slice(1), 'c2');
  void catalogue.more();
  same([asked[2]!.wanted.cursor, asked[2]!.wanted.limit, shown().length], ['c2', 24, 29]);
});

Deno.test('where nothing is shown, newcomers are shown at once', async () => {
  const { catalogue, asked, shown } = byHand();
  void catalogue.begin({ status: 'closed' });
  await asked[0]!.answer('');
  void catalogue.lookForNewcomers();
  await asked[1]!.answer('x');
  await asked[2]!.answer('xy');
  same([shown(), catalogue.newcomers], ['xy', 0]);
});
