import type { Line, LineProblem } from './csv-lines';
import type { ImportRun } from './import-run';

/** Where an import is, from the table to the last lot. */
export type Stage =
  | { readonly at: 'table'; readonly problem?: string }
  | { readonly at: 'checking'; readonly done: number; readonly all: number }
  | { readonly at: 'wrong'; readonly problems: readonly LineProblem[] }
  | { readonly at: 'in-order'; readonly lines: readonly Line[] }
  | { readonly at: 'run'; readonly run: ImportRun; readonly kept: boolean };
