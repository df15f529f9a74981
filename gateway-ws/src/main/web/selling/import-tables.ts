import { html, nothing } from 'lit';
import { sellingWords } from '../words/selling';
import { COLUMNS, NEEDED, type LineProblem } from './csv-lines';
import type { Fate, ImportRun } from './import-run';
import { ownLotLink } from './seller-page';

const MOST_SHOWN = 100;

/** What each column is for. */
export function columnsTable() {
  const text = sellingWords().imports;
  return html`<details>
    <summary>${text.columns}</summary>
    <dl class="small" data-testid="columns">
      ${COLUMNS.map((name) => html`<dt><code>${name}</code> ${(NEEDED as readonly string[]).includes(name) ? html`<em>${text.needed}</em>` : nothing}</dt><dd>${text.about[name]}</dd>`)}
    </dl>
  </details>`;
}

/** Row by row what is wrong. */
export function problemsTable(problems: readonly LineProblem[]) {
  const text = sellingWords().imports;
  const shown = problems.slice(0, MOST_SHOWN);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${text.problemHeader}>
    <table data-testid="import-problems">
      <thead>
        <tr><th scope="col">${text.rowHeader}</th><th scope="col">${text.columnHeader}</th><th scope="col">${text.problemHeader}</th></tr>
      </thead>
      <tbody>
        ${shown.map(
          ({ row, column, problem }) => html`<tr data-testid="import-problem" data-row=${row} data-column=${column ?? ''}>
            <td>${row}</td><td>${column ? html`<code>${column}</code>` : nothing}</td><td>${problem}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${problems.length > shown.length ? html`<p class="muted">${text.morePlaces(problems.length - shown.length)}</p>` : nothing}
  </div>`;
}

/** Row by row what became of it, with where it is. */
export function fatesTable({ lines, fates }: ImportRun) {
  const text = sellingWords().imports;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${text.fateHeader}>
    <table data-testid="import-fates">
      <thead>
        <tr><th scope="col">${text.rowHeader}</th><th scope="col">${text.lotHeader}</th><th scope="col">${text.fateHeader}</th></tr>
      </thead>
      <tbody>
        ${lines.map(({ row, listing }, at) => {
          const fate = fates[at]!;
          const title = fate.kind === 'listed' ? html`<a href=${ownLotLink(fate.lot)} data-testid="imported-lot">${listing.title}</a>` : listing.title;
          return html`<tr data-testid="import-fate" data-fate=${fate.kind}><td>${row}</td><td>${title}</td><td>${inWords(fate)}</td></tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function inWords(fate: Fate): string {
  const { waiting, working, listed, before, refused } = sellingWords().imports.fates;
  switch (fate.kind) {
    case 'waiting':
      return waiting;
    case 'working':
      return working;
    case 'listed':
      return fate.before ? before : listed;
    case 'refused':
      return refused(fate.why);
  }
}
