import { selling as de } from './de-selling';
import { selling as en } from './en-selling';
import { inLanguage } from './words';

/** Every text of the sellers' pages. */
export const sellingWords = inLanguage({ en, de });
