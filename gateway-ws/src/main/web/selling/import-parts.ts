import { html, nothing } from 'lit';
import { notice } from '../look/notices';
import { sellingWords } from '../words/selling';
import type { Line } from './csv-lines';
import type { ImportRun } from './import-run';
import type { Stage } from './import-stage';
import { fatesTable, problemsTable } from './import-tables';

/** What the check has found; `list` is asked for when all is in order. */
export function foundPart(stage: Stage, list: (lines: readonly Line[]) => void) {
  const text = sellingWords().imports;
  switch (stage.at) {
    case 'checking':
      return html`<div role="status">
        <p>${text.checking(stage.done, stage.all)}</p>
        <progress aria-label=${text.check} max=${stage.all} value=${stage.done}></progress>
      </div>`;
    case 'wrong':
      return html`<div role="alert" data-testid="import-wrong">${notice('bad', text.wrongRows(new Set(stage.problems.map(({ row }) => row)).size))}</div>
        ${problemsTable(stage.problems)}`;
    case 'in-order':
      return html`<div role="status">${notice('good', text.allGood(stage.lines.length))}</div>
        <div><button class="primary" data-testid="import-list" @click=${() => list(stage.lines)}>${text.listAll(stage.lines.length)}</button></div>`;
    default:
      return nothing;
  }
}

/** How far the listing is; `kept` is whether it could go on after a reload. */
export function runPart(run: ImportRun, kept: boolean, goOn: () => void, another: () => void) {
  const text = sellingWords().imports;
  const all = run.lines.length;
  const listed = run.fates.filter(({ kind }) => kind === 'listed').length;
  return html`
    <div role="status" data-testid="import-state">
      ${run.running
        ? html`<p>${text.listing(run.done, all)}</p>`
        : run.stopped
          ? notice('bad', html`${text.stopped(run.stopped, run.done, all)} <button data-testid="import-on" @click=${goOn}>${text.goOn}</button>`)
          : notice('good', text.finished(listed, all - listed))}
    </div>
    <progress aria-label=${text.fateHeader} max=${all} value=${run.done}></progress>
    ${kept || !run.running ? nothing : html`<p class="small muted">${text.notKept}</p>`} ${fatesTable(run)}
    ${run.running
      ? nothing
      : html`<div class="actions">
          <a class="button primary" href="#/sell">${sellingWords().toBoard}</a>
          <button data-testid="import-another" @click=${another}>${text.another}</button>
        </div>`}
  `;
}
