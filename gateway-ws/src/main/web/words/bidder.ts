import { bidder as de } from './de-bidder';
import { bidder as en } from './en-bidder';
import { inLanguage } from './words';

/** What bidders read everywhere: costs, watching, what happened meanwhile. */
export const bidderWords = inLanguage({ en, de });
