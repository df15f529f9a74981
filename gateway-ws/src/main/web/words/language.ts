import { keep, kept } from '../look/kept';

/** The languages there are, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'gavel.language';
let current: Language | undefined;

function preferred(): Language {
  const wishes = [kept(KEY) ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wishes.find((tag): tag is Language => tag in LANGUAGES) ?? 'en';
}

/** What the reader chose, else the first language of his browser that there is, else English. */
export function language(): Language {
  return (current ??= preferred());
}

/** From now on, and the next time on this device. What is on the screen has to be drawn again. */
export function chooseLanguage(chosen: Language): void {
  current = chosen;
  keep(KEY, chosen);
}

/** How numbers and dates are written: as in the reader's own country, if its language is the one shown. */
export function locale(): string {
  return navigator.languages.find((tag) => tag.slice(0, 2).toLowerCase() === language()) ?? language();
}
