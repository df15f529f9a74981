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
import { importLotsLook } from './import-lots-look';
import { foundPart, runPart } from './import-parts';
import { checkAll, ImportRun, keyed, type ImportCalls, type KeyedLine } from './import-run';
import type { Stage } from './import-stage';
import { columnsTable } from './import-tables';
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
    const { stage } = this;
    return html`
      <div>
        <h1>${text.title}</h1>
        <p class="muted">${text.lead}</p>
      </div>
      ${stage.at === 'run'
        ? runPart(stage.run, stage.kept, () => this.#run(stage.run), () => (this.stage = { at: 'table' }))
        : html`${this.#broken()} ${this.#table()} ${foundPart(stage, (lines) => this.#run(this.#runOf(keyed(this.#account, lines))))}`}
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
