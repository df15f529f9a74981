import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { emptyState, notice, notices } from '../look/notices';
import { pill, pills } from '../look/pills';
import { save } from '../look/save';
import { skeletons } from '../look/skeletons';
import { money } from '../money';
import { lotLink } from '../shell/route';
import { dateTime } from '../times';
import { operatingWords } from '../words/operating';
import { problemOf } from '../words/problem';
import { words } from '../words/words';
import './ask-dialog';
import type { Asking } from './ask-dialog';
import { askingStep } from './asking-steps';
import { attentionLook } from './attention-look';
import './bidders-list';
import { reasons, steps, type Reason, type Step } from './needs';
import { inNeed, table, type Needed, type WholeSale } from './office';
import { operateFrame, operateFrameLook } from './operate-frame';

type Loaded = Awaited<ReturnType<typeof inNeed>>;

/** Sales that need somebody: why, since when, and what can be done; and bidders who do not pay. */
class AttentionPage extends LitElement {
  static override properties = {
    client: { attribute: false },
    loaded: { state: true },
    problem: { state: true },
    asking: { state: true },
    done: { state: true },
  };
  static override styles = [look, buttons, notices, pills, skeletons, operateFrameLook, attentionLook];
  client!: GavelClient;
  loaded: Loaded | undefined;
  problem: string | undefined;
  asking: Asking | undefined;
  done = '';

  constructor() {
    super();
    new Listening(this, () => {
      void this.#load();
      return [this.client.session.changes.on(() => void this.#load())];
    });
  }

  override render() {
    return operateFrame(this.client, 'attention', () => this.#attention());
  }

  #attention() {
    const text = operatingWords();
    return html`
      <div class="top">
        <h1>${text.page.attention}</h1>
        <div class="files">
          <button data-testid="csv-attention" @click=${() => this.#save(true)}>${text.csv.attention}</button>
          <button data-testid="csv-all" @click=${() => this.#save(false)}>${text.csv.all}</button>
          <button data-testid="look-again" @click=${() => this.#load()}>${text.lookAgain}</button>
        </div>
      </div>
      <p role="status" class="small done" data-testid="done">${this.done}</p>
      ${this.problem
        ? html`<div role="alert">${notice('bad', html`${text.loadFailed(this.problem)} <button @click=${() => this.#load()}>${words().list.again}</button>`)}</div>`
        : nothing}
      ${this.#sales()}
      <bidders-list .client=${this.client}></bidders-list>
      ${this.asking
        ? html`<ask-dialog .asking=${this.asking} @finished=${this.#finished} @given-up=${() => (this.asking = undefined)}></ask-dialog>`
        : nothing}
    `;
  }

  #sales() {
    const text = operatingWords();
    if (!this.loaded) return this.problem ? nothing : html`<div class="skeleton" aria-hidden="true"></div>`;
    const { sales, needed, more } = this.loaded;
    if (sales.length === 0) return emptyState(text.nothingNeeded, html`<a class="button" href="#/operate">${text.toLive}</a>`, 'nothing-needed');
    return html`
      <ul class="sales" data-testid="needed">
        ${sales.map((sale) => html`<li class="card" data-lot=${sale.lot} data-testid="needed-sale">${this.#sale(sale, needed)}</li>`)}
      </ul>
      ${more ? html`<p class="small muted">${text.moreInTable}</p>` : nothing}
    `;
  }

  #sale(sale: WholeSale, needed: readonly Needed[]) {
    const text = operatingWords();
    return html`
      <div class="head">
        <h2><a href=${lotLink(sale.lot)}>${sale.title}</a></h2>
        ${pill('quiet', text.states[sale.state] ?? sale.state)}
      </div>
      <p class="small muted">
        ${text.between(sale.seller, sale.buyer)} ${sale.total === undefined ? nothing : text.total(money(sale.total, sale.currency))}
        ${sale.until ? text.until(dateTime(sale.until)) : nothing}
      </p>
      <ul class="why">
        ${reasons(sale, needed).map((reason) => this.#why(reason))}
      </ul>
      <div class="steps">
        ${steps(sale, needed).map(
          (step) => html`<button data-testid="step-${step.does}" aria-label=${text.steps[step.does].of(sale.title)} @click=${() => this.#ask(sale, step)}>${text.steps[step.does].short}</button>`,
        )}
      </div>
    `;
  }

  #why({ what, since, said }: Reason) {
    const text = operatingWords();
    return html`<li data-what=${what}>
      <p><strong>${text.needs[what].short}</strong> <span class="small muted">${text.since(dateTime(since))}</span></p>
      <p class="small">${text.needs[what].todo}${said ? ` ${text.said(said)}` : ''}</p>
    </li>`;
  }

  #ask(sale: WholeSale, step: Step): void {
    this.done = '';
    this.asking = askingStep(this.client, sale, step);
  }

  #finished(): void {
    if (this.asking) this.done = operatingWords().doneWith(this.asking.title, this.asking.on);
    this.asking = undefined;
    void this.#load();
  }

  async #load(): Promise<void> {
    if (!this.client.session.may('OPERATOR')) return this.requestUpdate();
    this.problem = await problemOf(async () => (this.loaded = await inNeed(this.client)));
  }

  async #save(attention: boolean): Promise<void> {
    this.problem = await problemOf(async () => save(await table(this.client, attention), attention ? 'sales-attention.csv' : 'sales.csv'));
  }
}

customElements.define('attention-page', AttentionPage);
