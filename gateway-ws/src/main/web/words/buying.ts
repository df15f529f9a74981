import { buying as de } from './de-buying';
import { buying as en } from './en-buying';
import { inLanguage } from './words';

/** Every text of a bidder's own pages. */
export const buyingWords = inLanguage({ en, de });
