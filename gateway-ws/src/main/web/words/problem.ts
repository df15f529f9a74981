import type { Problem } from '../client/http';
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
