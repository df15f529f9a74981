import { Problem } from '../client/http';
import { words } from './words';

/** What went wrong with a call, in the language shown; what only a service knows is said as it says it, in English. */
export function problemInWords({ status, message }: Problem): string {
  const text = words().problems;
  switch (status) {
    case 0:
      return text.noAnswer;
    case 401:
      return text.signInFirst;
    case 403:
      return text.notAllowed;
    case 429:
      return text.tooOften;
    case 503:
    case 504:
      return text.away;
    default:
      return message;
  }
}

/** Tries what may be refused or go without an answer: what was the problem, in words; undefined when it is done. */
export async function problemOf(trying: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await trying();
    return undefined;
  } catch (failed) {
    if (!(failed instanceof Problem)) throw failed;
    return problemInWords(failed);
  }
}
