import type { GavelClient } from '../client/gavel-client';
import { money, plainMoney } from '../money';
import { operatingWords } from '../words/operating';
import type { Asking } from './ask-dialog';
import type { Step } from './needs';
import { onceOnly, type Bidder, type WholeSale } from './office';
import type { Question } from './questions';

const MOST_LETTERS = 500;

/** Asks what a step about a sale needs, and takes it. */
export function askingStep(client: GavelClient, sale: WholeSale, step: Step): Asking {
  const text = operatingWords().steps[step.does];
  const send = onceOnly(client, `/api/v1/sales/${encodeURIComponent(sale.lot)}/${step.does}`);
  return {
    title: text.title,
    on: 'charge' in step ? `${sale.title} · ${step.charge.debtor} · ${money(step.charge.amount, sale.currency)}` : sale.title,
    means: text.means,
    yes: text.yes,
    questions: questions(sale, step),
    send: ({ amount, ...texts }) => send({ ...('charge' in step ? { charge: step.charge.charge } : {}), ...texts, ...(amount ? { amount: Number(amount) } : {}) }),
  };
}

/** Asks why a bidder is suspended or reinstated, and does it. */
export function askingRuling(client: GavelClient, { account }: Pick<Bidder, 'account'>, what: 'suspend' | 'reinstate'): Asking {
  const text = operatingWords();
  return {
    title: text.bidders[what].title,
    on: account,
    means: text.bidders[what].means,
    yes: text.bidders[what].yes,
    questions: [note('reason', text.ask.note)],
    send: onceOnly(client, `/api/v1/bidders/${encodeURIComponent(account)}/${what}`),
  };
}

function questions({ currency }: WholeSale, step: Step): readonly Question[] {
  const text = operatingWords().ask;
  switch (step.does) {
    case 'cancel':
    case 'declined-payments':
      return [note('reason', text.note)];
    case 'payments':
      return [{ name: 'amount', label: text.amount(currency), value: plainMoney(step.charge.amount, currency), kind: { currency } }, note('reference', text.reference)];
    case 'refunds':
      return [note('reference', text.reference)];
    case 'retry':
    case 'retried-refunds':
      return [];
  }
}

/** What is kept with the step, for operators. */
function note(name: string, label: string): Question {
  return { name, label, value: '', kind: 'text', most: MOST_LETTERS };
}
