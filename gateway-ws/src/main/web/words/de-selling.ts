import { board } from './de-board';
import { csv, imports } from './de-import';
import { form, wrong } from './de-listing';
import { meaning } from './de-meaning';
import type { selling as english } from './en-selling';

export const selling: typeof english = {
  board,
  csv,
  form,
  imports,
  meaning,
  wrong,
  pages: 'Für Einlieferer',
  toBoard: 'Meine Lose',
  toNew: 'Los einliefern',
  toImport: 'Tabelle einlesen',
  toStatements: 'Abrechnungen',
  signInFirst: ['Um zu verkaufen, ', 'melden Sie sich', ' bitte als Einlieferer an.'],
  again: 'Noch einmal versuchen',
  loading: 'Wird geladen…',
  cancel: 'Zurück',
};
