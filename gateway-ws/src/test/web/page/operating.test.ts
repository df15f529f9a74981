import { Problem } from '../../../main/web/client/http';
import type { Decision } from '../../../main/web/client/protocol';
import { effect, possible } from '../../../main/web/operating/acts';
import { biddersIn } from '../../../main/web/operating/bidders';
import { NOTHING_CALLED, after, call, mayFall, next } from '../../../main/web/operating/called';
import { stroke, type Pressed } from '../../../main/web/operating/keys';
import { reasons, steps } from '../../../main/web/operating/needs';
import type { Needed, WholeSale } from '../../../main/web/operating/office';
import { answersTo } from '../../../main/web/operating/questions';
import { decided } from '../../../main/web/operating/rostrum';
import type { Charge } from '../../../main/web/sale';
import { words } from '../../../main/web/words/words';
import { holds, same } from '../expect';
import { EVENT } from './a-lot';

const BID = { ...EVENT, type: 'bid', leader: 3, bids: 1 };

Deno.test('only what the state of a lot allows is offered', () => {
  same(possible(EVENT), ['pause', 'extend', 'hammer', 'cancel']);
  same(possible({ ...EVENT, status: 'paused' }), ['resume', 'extend', 'cancel']);
  same([possible({ ...EVENT, status: 'scheduled' }), possible({ ...EVENT, status: 'closed' })], [['cancel'], []]);
});

Deno.test('what the hammer would do is said before it falls', () => {
  same(effect('hammer', BID, false), 'sells');
  same(effect('hammer', EVENT, false), 'passes');
  same(effect('hammer', { ...BID, reserve: 'not-met' }, false), 'below-reserve');
  same(effect('hammer', { ...BID, leader: null }, true), 'sells-hidden');
});

Deno.test('the hammer falls only after going once and going twice, in this order', () => {
  same(call(NOTHING_CALLED, 'twice', BID).called, 'nothing');
  const once = call(NOTHING_CALLED, 'once', BID);
  same([once.called, mayFall(once, BID), next(once, BID)], ['once', false, 'twice']);
  same(call(once, 'once', BID).called, 'once');
  const twice = call(once, 'twice', BID);
  same([twice.called, mayFall(twice, BID), next(twice, BID) ?? null], ['twice', true, null]);
  same(mayFall(twice, { ...BID, status: 'paused' }), false);
});

Deno.test('a new bid, a pause and a moved end take the calls back; the reserve being met does not', () => {
  const twice = call(call(NOTHING_CALLED, 'once', BID), 'twice', BID);
  same(after(twice, { ...BID, version: 9, type: 'reserve-met', reserve: 'met' }).called, 'twice');
  same(after(twice, { ...BID, bids: 2 }).called, 'nothing');
  same(after(twice, { ...BID, status: 'paused' }).called, 'nothing');
  same(after(twice, { ...BID, closesAt: '2026-11-23T10:05:00.000Z' }).called, 'nothing');
  same(call(NOTHING_CALLED, 'once', { ...BID, status: 'paused' }).called, 'nothing');
});

const KEY: Pressed = { key: 'p', ctrlKey: false, metaKey: false, altKey: false, repeat: false, defaultPrevented: false, isComposing: false };

Deno.test('a single key works, but not in a field, held down, or with Ctrl', () => {
  const page = [{ tagName: 'BUTTON' }, { tagName: 'BODY' }];
  same(stroke(KEY, page), { does: 'pause-or-resume' });
  same(stroke({ ...KEY, key: '5' }, page), { does: 'extend', minutes: 5 });
  same(stroke({ ...KEY, key: 'T' }, page), { does: 'call', what: 'twice' });
  const ignored = [stroke({ ...KEY, key: 'x' }, page), stroke({ ...KEY, ctrlKey: true }, page), stroke({ ...KEY, repeat: true }, page)];
  const inFields = ['INPUT', 'TEXTAREA', 'SELECT', 'DIALOG'].map((tagName) => stroke(KEY, [{ tagName, type: 'text' }, ...page]));
  holds('nothing is done', [...ignored, ...inFields, stroke({ ...KEY, key: 'constructor' }, page)].every((each) => each === undefined));
  same(stroke(KEY, [{ tagName: 'INPUT', type: 'checkbox' }, ...page]), { does: 'pause-or-resume' });
});

Deno.test('bidders are counted by their paddles, and not guessed where these are hidden', () => {
  same(biddersIn([{ ...BID, paddle: 2, leader: 4 }, { ...BID, paddle: 4 }]), 4);
  same(biddersIn([EVENT]), 0);
  same(biddersIn([{ ...EVENT, type: 'sealed-bid', bids: 2 }]) ?? null, null);
});

const DECISION = { type: 'decision', id: 'c', lot: 'lot-1', by: 'olga' } as const;

/** What the gateway answers, one after the other. */
function answering(...answers: ReadonlyArray<Decision | Problem | undefined>) {
  const left = [...answers];
  return async () => {
    const answer = left.shift();
    if (answer instanceof Problem) throw answer;
    return answer;
  };
}

const atOnce = async () => {};

Deno.test('an act that is not decided yet is asked for again, and what was refused is told', async () => {
  same(await decided(answering(undefined, new Problem(503, 'busy'), { ...DECISION, outcome: 'accepted' }), atOnce), { kind: 'done' });
  const refused = { ...DECISION, outcome: 'rejected', reason: 'not-open' } as const;
  same(await decided(answering(refused), atOnce), { kind: 'refused', reason: 'not-open' });
  same(await decided(answering(new Problem(403, 'no')), atOnce), { kind: 'failed', why: words().problems.notAllowed });
});

Deno.test('"not done" is only said where that is certain', async () => {
  const lost = Array.from({ length: 5 }, () => new Problem(0, 'no answer'));
  same(await decided(answering(...lost), atOnce), { kind: 'unknown' });
  const many = Array.from({ length: 5 }, () => new Problem(429, 'too many'));
  same(await decided(answering(...many), atOnce), { kind: 'failed', why: words().problems.tooOften });
});

Deno.test('what a dialog asks is checked before it is sent', () => {
  const questions = [
    { name: 'reason', label: '', value: '', kind: 'text' },
    { name: 'minutes', label: '', value: '', kind: 'minutes' },
    { name: 'amount', label: '', value: '', kind: { currency: 'EUR' } },
  ] as const;
  const given = (answers: Record<string, string>) => answersTo(questions, (name) => answers[name] ?? '');
  same(given({ reason: ' a queue ', minutes: '5', amount: '12.50' }), { answers: { reason: 'a queue', minutes: '5', amount: '1250' } });
  const wrong = given({ reason: ' ', minutes: '1.5', amount: 'x' });
  same('wrong' in wrong && Object.keys(wrong.wrong), ['reason', 'minutes', 'amount']);
  same('wrong' in given({ reason: 'x'.repeat(501), minutes: '43201', amount: '1' }), true);
});

const AT = '2026-11-22T10:00:00.000Z';
const CHARGE: Charge = { charge: 'lot-1/1/1', debtor: 'bob', amount: 5_000, status: 'asked' };
const SALE: WholeSale = { lot: 'lot-1', title: 'A clock', state: 'awaiting-payment', currency: 'EUR', at: AT, seller: 'greta', charges: [CHARGE], history: [] };
const UNCLEAR: Needed = { lot: 'lot-1', charge: CHARGE.charge, debtor: 'bob', amount: 5_000, currency: 'EUR', what: 'unclear', why: 'timeout', since: '2026-11-22T11:00:00.000Z' };

Deno.test('why a sale needs somebody, since when, and what the provider said', () => {
  const history = [
    { at: AT, what: 'closed', state: 'awaiting-payment' },
    { at: '2026-11-25T10:00:00.000Z', what: 'deadline', state: 'defaulted' },
  ];
  same(reasons({ ...SALE, state: 'defaulted', history }, []), [{ what: 'defaulted', since: '2026-11-25T10:00:00.000Z', said: '' }]);
  same(reasons(SALE, [UNCLEAR, { ...UNCLEAR, lot: 'another' }]), [{ what: 'unclear', since: UNCLEAR.since, said: 'timeout' }]);
  same(reasons({ ...SALE, charges: [{ ...CHARGE, status: 'declined' }], history: [{ at: AT, what: 'no-payment', state: 'awaiting-payment' }] }, [])[0]?.what, 'declined');
  same(reasons(SALE, []), [{ what: 'other', since: AT, said: '' }]);
});

Deno.test('the steps that are offered fit the sale', () => {
  const offered = (sale: Partial<WholeSale>, ...needed: readonly Needed[]) => steps({ ...SALE, ...sale }, needed).map(({ does }) => does);
  same(offered({ state: 'defaulted', charges: [{ ...CHARGE, status: 'declined' }] }), ['retry', 'payments', 'cancel']);
  same(offered({}, UNCLEAR), ['payments', 'declined-payments', 'cancel']);
  same(offered({ state: 'cancelled', charges: [{ ...CHARGE, status: 'owed-back' }] }), ['retried-refunds', 'refunds']);
  same(offered({ state: 'offered', charges: [] }), ['cancel']);
  same(offered({ state: 'paid', charges: [{ ...CHARGE, status: 'taken' }] }), []);
});
