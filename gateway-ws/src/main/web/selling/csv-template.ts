import { unparse } from 'papaparse';
import { save } from '../look/save';
import { sellingWords } from '../words/selling';
import { COLUMNS } from './csv-lines';

/** Spreadsheets take a file for UTF-8 that begins with this. */
const MARK = '\ufeff';

/** Two lots as an example of each kind that differs; the first row names all columns. */
const EXAMPLES: ReadonlyArray<Readonly<Record<string, string>>> = [
  {
    title: 'Brass table lamp',
    description: 'About 1930, rewired, 41 cm high.',
    format: 'english',
    currency: 'EUR',
    startingPrice: '20',
    reserve: '80',
    closesIn: '7 d',
    increments: 'ebay-us',
    window: '2 min',
    extension: '2 min',
    maxExtension: '30 min',
  },
  { title: 'Tulip bulbs, 2 kg', format: 'dutch', currency: 'EUR', startingPrice: '50', closesIn: '1 h', step: '1', tick: '1 min', floor: '10' },
];

/** Saves the table to fill in as a file. */
export function saveTemplate(): void {
  save(new Blob([MARK, template()], { type: 'text/csv;charset=utf-8' }), sellingWords().imports.templateName);
}

function template(): string {
  return unparse({ fields: [...COLUMNS], data: EXAMPLES.map((lot) => COLUMNS.map((name) => lot[name] ?? '')) });
}
