import { photos as de } from './de-photos';
import { photos as en } from './en-photos';
import { inLanguage } from './words';

/** Every text of taking photos. */
export const photoWords = inLanguage({ en, de });
