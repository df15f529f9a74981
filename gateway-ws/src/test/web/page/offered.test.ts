import { isLarge, offered, tooLittle } from '../../../main/web/bidding/offered';
import { money } from '../../../main/web/money';
import { same } from '../expect';
import { EVENT, RULES } from './a-lot';

const bidOn = { ...EVENT, bids: 2, price: 4_900, next: 5_000, leader: 3 };

Deno.test('the next minimum is offered, and to the leader one step above his own maximum', () => {
  same(offered(RULES, EVENT, undefined), 1_000);
  same(offered(RULES, bidOn, { paddle: 2, max: 4_800 }), 5_000);
  same(offered(RULES, bidOn, { paddle: 3, max: 6_000 }), 6_500);
  same(offered({ ...RULES, format: 'vickrey' }, EVENT, { paddle: 3, max: 7_000 }), 7_000);
  same(offered(RULES, { ...EVENT, status: 'scheduled' }, { paddle: 3, max: 1_000 }), 1_100);
});

Deno.test('a bid that the log would want confirmed is known before it is sent', () => {
  same([50_000, 50_001].map((amount) => isLarge(amount, RULES, bidOn)), [false, true]);
  same(isLarge(999_999, { ...RULES, largeBidFactor: null }, bidOn), false);
});

Deno.test('too little is said at the field', () => {
  same(tooLittle(5_000, RULES, bidOn) ?? null, null);
  same(tooLittle(4_999, RULES, bidOn), `Too low: the next bid is ${money(5_000, 'EUR')} or more.`);
  same(tooLittle(999, { ...RULES, format: 'vickrey' }, bidOn), `Too low: bids start at ${money(1_000, 'EUR')}.`);
});
