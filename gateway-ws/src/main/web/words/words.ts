import { de } from './de';
import { en } from './en';
import { language, type Language } from './language';

/** Every text of the page; a language that lacks one is an error of the compiler. */
export type Words = typeof en;

const ALL = { en, de };

/** The texts in the language shown. */
export function words(): Words {
  return ALL[language()];
}

/** The texts of an area that is fetched by itself, in the language shown. */
export function inLanguage<Texts>(all: Readonly<Record<Language, Texts>>): () => Texts {
  return () => all[language()];
}
