import type { Listing } from '../../../main/web/client/api';
import { money } from '../../../main/web/money';
import { asListed } from '../../../main/web/selling/as-listed';
import { bid, exampleOf } from '../../../main/web/selling/bidding-example';
import { meaning } from '../../../main/web/selling/meaning';
import { timeOfDay } from '../../../main/web/times';
import { holds, same } from '../expect';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const LISTING: Listing = { title: 'Lamp', description: '', format: 'english', currency: 'EUR', startingPrice: 1_000, increments: [[0, 100]], closesAt: '2026-11-22T11:00:00.000Z' };
const said = (minor: number): string => money(minor, 'EUR');
const lines = (listing: Listing): readonly string[] => meaning(listing, NOW).flatMap((told) => told.lines);
const says = (listing: Listing, line: string): void => holds(`“${line}” in ${lines(listing).join(' | ')}`, lines(listing).includes(line));

Deno.test('the example bids as docs/rules.md does', () => {
  const terms = { startingPrice: 1_000, ladder: [[0, 100]] as const, reserve: undefined };
  const first = bid({ price: 1_000, leader: undefined, max: 0 }, 'alice', 5_000, terms);
  same(first, { price: 1_000, leader: 'alice', max: 5_000 });
  const beaten = bid(first, 'carol', 3_000, terms);
  same(beaten, { price: 3_100, leader: 'alice', max: 5_000 });
  same(bid(beaten, 'dave', 5_000, terms), { price: 5_000, leader: 'alice', max: 5_000 });
  same(bid(beaten, 'dave', 6_100, terms), { price: 5_100, leader: 'dave', max: 6_100 });
  const withReserve = { ...terms, reserve: 4_000 };
  const below = bid({ price: 2_100, leader: 'carol', max: 3_000 }, 'alice', 4_000, withReserve);
  same(below, { price: 4_000, leader: 'alice', max: 4_000 });
});

Deno.test('each bid of an example may be made, and the last one leads', () => {
  for (const reserve of [undefined, 1_000, 5_000, 1_000_000]) {
    const bids = exampleOf('Anna', 'Ben', { startingPrice: 1_000, ladder: [[0, 100], [1_500, 250]], reserve });
    same([bids.length, bids.at(-1)!.after.leader], [3, 'Ben']);
    bids.reduce((before, { amount, after }) => (holds(`${amount} > ${before} with ${reserve}`, amount > before), after.price), 0);
    holds('the reserve is reached', bids.at(-1)!.after.price >= Math.min(reserve ?? 0, bids.at(-1)!.amount));
  }
});

Deno.test('rising bids: the next minimum, the reserve and late bids are told by the rules', () => {
  const listing: Listing = { ...LISTING, reserve: 5_000, softClose: { window: 'PT2M', extension: 'PT2M', maxExtension: 'PT1M' } };
  says(listing, `The first bid must be ${said(1_000)} or more.`);
  says(listing, `The next bid must be ${said(5_100)} or more.`);
  const at = (iso: string): string => timeOfDay(`2026-11-22T${iso}Z`);
  says(listing, `A bid 10 seconds before the end, ${at('11:00:00')}, moves the end to ${at('11:01:00')}.`);
  says({ ...listing, softClose: { window: 'PT2M', extension: 'PT2M' } }, `A bid 10 seconds before the end, ${at('11:00:00')}, moves the end to ${at('11:01:50')}.`);
  says(LISTING, `There is no extension: at ${at('11:00:00')} it is over, however late the last bid came.`);
});

Deno.test('a falling price: after 1, 5 and 10 minutes, and where it ends', () => {
  const dutch: Listing = { ...LISTING, format: 'dutch', startingPrice: 5_000, step: 100, tick: 'PT1M', floor: 3_000 };
  says(dutch, `After 1 minute it costs ${said(4_900)}.`);
  says(dutch, `After 5 minutes it costs ${said(4_500)}.`);
  says(dutch, `After 10 minutes it costs ${said(4_000)}.`);
  says(dutch, `After 20 minutes it has fallen to ${said(3_000)}, and falls no further.`);
  says({ ...dutch, tick: 'PT10M' }, `It closes before it has fallen all the way: the last price is ${said(4_400)}.`);
});

Deno.test('sealed bids: the highest pays its own or the second', () => {
  const sealed: Listing = { ...LISTING, format: 'sealed-first-price', startingPrice: 1_000 };
  const won = (listing: Listing): string => lines(listing).find((line) => line.includes('wins'))!;
  const highest = /bid of (.+) wins/.exec(won(sealed))![1]!;
  same(won(sealed), `The bid of ${highest} wins and pays ${highest}.`);
  holds('another pays less', !won({ ...sealed, format: 'vickrey' }).endsWith(`${highest}.`));
  same(won({ ...sealed, format: 'vickrey', reserve: 900_000 }), `The bid of ${said(900_000)} wins and pays ${said(900_000)}.`);
});

Deno.test('a preview is the lot as everybody sees it: no reserve amount, nobody’s accounts', () => {
  const { rules, event } = asListed({ ...LISTING, reserve: 5_000, linkedAccounts: ['carol'], opensAt: '2026-11-22T10:30:00.000Z' }, 'x', 'greta', NOW);
  same([event.status, event.reserve, event.next, JSON.stringify({ rules, event }).match(/5000|carol/)], ['scheduled', 'not-met', 1_000, null]);
});
