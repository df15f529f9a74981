import type { Problem } from '../client/http';
import { money } from '../money';

/** What is wrong, by the name of the field. */
export type Problems = Readonly<Record<string, string>>;

const AMOUNTS = ['startingPrice', 'reserve', 'increments', 'estimate', 'buyNow', 'step', 'floor'];

/** Fields that are called otherwise in the form. */
const HERE: Readonly<Record<string, string>> = {
  'softClose.window': 'window',
  'softClose.extension': 'extension',
  'softClose.maxExtension': 'maxExtension',
  'buyNow.price': 'buyNow',
  'buyNow.policy': 'buyNowUntil',
  'buyNow.reaches': 'buyNowReaches',
};

/** A refusal by the log names its field in front. */
const NAMED = /^(\w+): (.+)$/s;

/** The server's findings by the form's fields, with its minor units told as money. */
export function problemsOf(problem: Problem, currency: string): Problems {
  const [, named, message] = NAMED.exec(problem.message) ?? [];
  const errors = problem.errors.length > 0 || !named || !message ? problem.errors : [{ field: named, message }];
  return Object.fromEntries(
    errors.map(({ field, message }) => {
      const [name = field] = field.split(/[.[]/);
      const readable = AMOUNTS.includes(name) ? message.replace(/\b\d+\b(?! %)/g, (minor) => money(Number(minor), currency)) : message;
      return [HERE[field] ?? name, readable];
    }),
  );
}
