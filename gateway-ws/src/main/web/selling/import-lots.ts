import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { problemInWords } from '../words/problem';
import { sellingWords } from '../words/selling';
import { linesOf, MOST_BYTES, type Line } from './csv-lines';
import { saveTemplate } from './csv-template';
import { decoded, tableOf } from './csv-text';
import { checkAll, ImportRun, keyed, type ImportCalls, type KeyedLine } from './import-run';
import { importLotsLook } from './import-lots-look';
import { columnsTable, fatesTable, problemsTable } from './import-tables';
import type { Stage } from './import-stage';
import { KeptImport } from './kept-import';
import { SellerCalls } from './seller-calls';
import { tables } from './tables';

/** Lists many lots from a table: all of it is checked, here and by the server, before the first is listed. */
class ImportLots extends LitElement {
  static override properties = { client: { attribute: false }, stage: { state: true }, pasted: { state: true } };
  static override styles = [
    look,
    buttons,
    fields,
    notices,
    tables,
    importLotsLook,
  ];
  client!: GavelClient;
  stage: Stage = { at: 'table' };
  pasted = '';
  #kept!: KeptImport;
  #begunBy = '';
  readonly #calls: ImportCalls = {
    check: (listing) => new SellerCalls(this.client).check(listing),
    list: (listing, key) => this.#still().list(listing, key),
    wait: (ms) => new Promise((over) => window.setTimeout(over, ms)),
  };

  constructor() {
    super();
    new Listening(this, () => {
      this.#begunBy = this.#account;
      this.#kept = new KeptImport(this.#begunBy);
      return [];
    });
  }

  get #account(): string {
    return this.client.session.who?.account ?? '';
  }

  /** Lists only while this page is shown to whom it belongs; what is left can go on from there later. */
  #still(): SellerCalls {
    if (!this.isConnected || this.#account !== this.#begunBy) throw new Problem(401, sellingWords().signInFirst.join(''));
    return new SellerCalls(this.client);
  }

  override render() {
    const text = sellingWords().imports;
    return html`
      <div>
        <h1>${text.title}</h1>
        <p class="muted">${text.lead}</p>
      </div>
      ${this.stage.at === 'run' ? this.#running(this.stage.run, this.stage.kept) : html`${this.#broken()} ${this.#table()} ${this.#found()}`}
    `;
  }

  /** An import that was broken off, by a reload or the end of the world. */
  #broken() {
    const lines = this.#kept.lines();
    const text = sellingWords().imports;
    if (lines.length === 0) return nothing;
    return html`<div data-testid="import-broken">
      ${notice(
        'brass',
        html`${text.broken(lines.length)} <button data-testid="import-again" @click=${() => this.#run(this.#runOf(lines))}>${text.goOn}</button>
          <button class="plain" @click=${this.#forget}>${text.forget}</button>`,
      )}
    </div>`;
  }

  #table() {
    const text = sellingWords().imports;
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <div><button type="button" data-testid="template" @click=${saveTemplate}>${text.template}</button></div>
      ${columnsTable()}
      ${field({
        id: 'import-file',
        label: text.file,
        control: html`<input id="import-file" type="file" accept=".csv,text/csv,text/plain" data-testid="import-file" @change=${this.#chosen} />`,
      })}
      <p class="muted">${text.or}</p>
      ${field({
        id: 'import-text',
        label: text.pasted,
        error: this.stage.at === 'table' ? this.stage.problem : undefined,
        control: html`<textarea
          id="import-text"
          data-testid="import-text"
          spellcheck="false"
          aria-describedby="import-text-error"
          .value=${this.pasted}
          @input=${this.#typed}
        ></textarea>`,
      })}
      <div><button class="primary" data-testid="import-check" ?disabled=${this.stage.at === 'checking'}>${text.check}</button></div>
    </form>`;
  }

  /** What the check has found. */
  #found() {
    const { stage } = this;
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
          <div><button class="primary" data-testid="import-list" @click=${() => this.#list(stage.lines)}>${text.listAll(stage.lines.length)}</button></div>`;
      default:
        return nothing;
    }
  }

  #running(run: ImportRun, kept: boolean) {
    const text = sellingWords().imports;
    const all = run.lines.length;
    const listed = run.fates.filter(({ kind }) => kind === 'listed').length;
    return html`
      <div role="status" data-testid="import-state">
        ${run.running
          ? html`<p>${text.listing(run.done, all)}</p>`
          : run.stopped
            ? notice('bad', html`${text.stopped(run.stopped, run.done, all)} <button data-testid="import-on" @click=${() => this.#run(run)}>${text.goOn}</button>`)
            : notice('good', text.finished(listed, all - listed))}
      </div>
      <progress aria-label=${text.fateHeader} max=${all} value=${run.done}></progress>
      ${kept || !run.running ? nothing : html`<p class="small muted">${text.notKept}</p>`} ${fatesTable(run)}
      ${run.running
        ? nothing
        : html`<div class="actions">
            <a class="button primary" href="#/sell">${sellingWords().toBoard}</a>
            <button data-testid="import-another" @click=${() => (this.stage = { at: 'table' })}>${text.another}</button>
          </div>`}
    `;
  }

  /** What was found in order is what was checked, so a table that is changed is checked anew. */
  #typed(typed: InputEvent): void {
    this.pasted = (typed.target as HTMLTextAreaElement).value;
    if (this.stage.at === 'in-order') this.stage = { at: 'table' };
  }

  async #chosen(chosen: Event): Promise<void> {
    const input = chosen.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > MOST_BYTES) {
      this.stage = { at: 'table', problem: tooBig(file.size) };
      return;
    }
    try {
      this.pasted = decoded(await file.arrayBuffer());
      this.stage = { at: 'table' };
    } catch {
      this.stage = { at: 'table', problem: sellingWords().imports.unreadable };
    }
    input.value = '';
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    const bytes = new TextEncoder().encode(this.pasted).length;
    if (bytes > MOST_BYTES) {
      this.stage = { at: 'table', problem: tooBig(bytes) };
      return;
    }
    const { lines, problems } = linesOf(tableOf(this.pasted), this.client.clock.now());
    this.stage = problems.length > 0 ? { at: 'wrong', problems } : { at: 'checking', done: 0, all: lines.length };
    if (problems.length === 0) await this.#check(lines);
  }

  async #check(lines: readonly Line[]): Promise<void> {
    const checked = this.pasted;
    try {
      const problems = await checkAll(lines, this.#calls, (done) => (this.stage = { at: 'checking', done, all: lines.length }));
      if (this.pasted !== checked) this.stage = { at: 'table', problem: sellingWords().imports.changed };
      else this.stage = problems.length > 0 ? { at: 'wrong', problems } : { at: 'in-order', lines };
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.stage = { at: 'table', problem: sellingWords().imports.notChecked(problemInWords(failed)) };
    }
  }

  #list(lines: readonly Line[]): void {
    this.#run(this.#runOf(keyed(this.#account, lines)));
  }

  #runOf(lines: readonly KeyedLine[]): ImportRun {
    return new ImportRun(
      lines,
      this.#calls,
      () => this.client.clock.now(),
      () => this.requestUpdate(),
    );
  }

  /** Begins, or goes on; what is kept on this device is forgotten once there is no more to list. */
  #run(run: ImportRun): void {
    this.stage = { at: 'run', run, kept: this.#kept.keep(run.lines) };
    void run.goOn().then(() => {
      if (run.done === run.lines.length) this.#forget();
    });
  }

  #forget(): void {
    this.#kept.forget();
    this.requestUpdate();
  }
}

function tooBig(bytes: number): string {
  return sellingWords().imports.tooBig(Math.ceil(bytes / 1_024));
}

customElements.define('import-lots', ImportLots);
