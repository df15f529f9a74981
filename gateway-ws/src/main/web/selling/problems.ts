import type { Problem } from '../client/http';
import { money } from '../money';

/** What is wrong, by the name of the field. */
export type Problems = Readonly<Record<string, string>>;

const AMOUNTS = ['startingPrice', 'reserve', 'increments'];

/** The server's findings, with its minor units told as money. */
export function problemsOf(problem: Problem, currency: string): Problems {
  return Object.fromEntries(
    problem.errors.map(({ field, message }) => {
      const [name = field] = field.split(/[.[]/);
      const readable = AMOUNTS.includes(name) ? message.replace(/\d+/g, (minor) => money(Number(minor), currency)) : message;
      return [name, readable];
    }),
  );
}
