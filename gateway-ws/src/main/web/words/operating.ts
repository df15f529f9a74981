import { operating as de } from './de-operating';
import { operating as en } from './en-operating';
import { inLanguage } from './words';

/** Every text of the operators' pages. */
export const operatingWords = inLanguage({ en, de });
