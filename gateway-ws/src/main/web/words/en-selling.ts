import { board } from './en-board';
import { csv, imports } from './en-import';
import { form, wrong } from './en-listing';
import { meaning } from './en-meaning';

/** The sellers' pages. */
export const selling = {
  board,
  csv,
  form,
  imports,
  meaning,
  wrong,
  pages: 'For sellers',
  toBoard: 'My lots',
  toNew: 'List a lot',
  toImport: 'Import a table',
  toStatements: 'Statements',
  signInFirst: ['To sell, please ', 'sign in', ' as a seller.'] as [string, string, string],
  again: 'Try again',
  loading: 'Loading…',
  cancel: 'Back',
};
