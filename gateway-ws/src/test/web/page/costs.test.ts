import { CostBook, type Costs } from '../../../main/web/costs/costs';
import { percent, premiumInWords } from '../../../main/web/costs/in-words';
import { money } from '../../../main/web/money';
import { holds, same } from '../expect';

const TERMS = { premium: [{ upTo: 50_000_000, percent: 25 }, { percent: 20 }], taxes: { hammer: 0, premium: 19 } };

function costs(currency: string, price: number): Costs {
  return { currency, price, lines: [{ line: 'hammer', label: 'Hammer price', amount: price }], total: price, ...TERMS };
}

/** A book whose answers come when and as they are told to, and whose clock stands. */
function byHand() {
  const asked: Array<{ price: number; answer: (costs: Costs) => void; fail: () => void }> = [];
  const around = { now: 0 };
  const book = new CostBook(
    (_, price) => new Promise((answer, reject) => asked.push({ price, answer, fail: () => reject(new Error('away')) })),
    () => around.now,
  );
  return { asked, around, book };
}

Deno.test('a price is asked for once a minute, and each price by itself', async () => {
  const { asked, around, book } = byHand();
  const first = book.of('EUR', 500);
  holds('not known yet', book.known('EUR', 500) === undefined);
  asked[0]!.answer(costs('EUR', 500));
  same((await first).total, 500);
  await book.of('EUR', 500);
  same(asked.length, 1);
  holds('another price is not known by it', book.known('EUR', 501) === undefined && book.known('USD', 500) === undefined);
  around.now = 60_000;
  holds('a minute later it is not known', book.known('EUR', 500) === undefined);
});

Deno.test('an answer for another price is none', async () => {
  const { asked, book } = byHand();
  const told = book.of('EUR', 500);
  asked[0]!.answer(costs('EUR', 600));
  const why = await told.then(
    () => 'taken',
    (failed: Error) => failed.message,
  );
  same(why, 'costs of 600 EUR (expected: of 500 EUR)');
  holds('it is not kept', book.known('EUR', 600) === undefined && book.known('EUR', 500) === undefined);
});

Deno.test('as many rows are kept free as the bill had last', async () => {
  const { asked, book } = byHand();
  same(book.rows('EUR'), 3);
  const told = book.of('EUR', 500);
  asked[0]!.answer(costs('EUR', 500));
  await told;
  same([book.rows('EUR'), book.rows('JPY')], [2, 3]);
});

Deno.test('the premium is said in plain words', () => {
  same(
    premiumInWords({ currency: 'EUR', ...TERMS }),
    `The buyer pays 25% on top of the price up to ${money(50_000_000, 'EUR')}, and 20% on what is above. Tax on the premium: 19%.`,
  );
  same(premiumInWords({ currency: 'JPY', premium: [{ percent: 8.875 }], taxes: { hammer: 10, premium: 0 } }), 'The buyer pays 8.875% on top of the price. Tax on the price: 10%.');
  same(percent(0.0001), '0.0001%');
});
