import { de } from './de';
import { en } from './en';
import { language } from './language';

/** Every text of the page; a language that lacks one is an error of the compiler. */
export type Words = typeof en;

const ALL = { en, de };

/** The texts in the language shown. */
export function words(): Words {
  return ALL[language()];
}
