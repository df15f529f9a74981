import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { fields } from '../look/fields';
import { Listening } from '../look/listening';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { pill, pills } from '../look/pills';
import { lotLink } from '../shell/route';
import { dateTime } from '../times';
import { operatingWords } from '../words/operating';
import { problemOf } from '../words/problem';
import './ask-dialog';
import type { Asking } from './ask-dialog';
import { askingRuling } from './asking-steps';
import { biddersLook } from './bidders-look';
import { bidder, strikes, type Bidder, type Strikes } from './office';

/** Who did not pay in time or is suspended, and any account one asks for. */
class BiddersList extends LitElement {
  static override properties = {
    client: { attribute: false },
    all: { state: true },
    shown: { state: true },
    problem: { state: true },
    asking: { state: true },
    done: { state: true },
  };
  static override styles = [look, buttons, fields, notices, pills, biddersLook];
  client!: GavelClient;
  all: readonly Strikes[] | undefined;
  shown: Bidder | undefined;
  problem: string | undefined;
  asking: Asking | undefined;
  done = '';

  constructor() {
    super();
    new Listening(this, () => {
      void this.#load();
      return [];
    });
  }

  override render() {
    const text = operatingWords().bidders;
    return html`
      <h2 id="bidders">${text.title}</h2>
      <form role="search" @submit=${this.#find}>
        <div class="field">
          <label for="account">${text.account}</label>
          <input id="account" name="account" autocomplete="off" maxlength="128" data-testid="find-account" />
        </div>
        <button data-testid="find-bidder">${text.find}</button>
      </form>
      <p role="status" class="small done" data-testid="bidder-done">${this.done}</p>
      ${this.problem ? html`<div role="alert" data-testid="bidder-problem">${notice('bad', this.problem)}</div>` : nothing}
      ${this.shown ? this.#one(this.shown) : nothing}
      ${this.all?.length === 0 ? html`<p class="muted" data-testid="no-strikes">${text.none}</p>` : nothing}
      <ul aria-labelledby="bidders" data-testid="strikes">
        ${(this.all ?? []).map((each) => html`<li>${this.#line(each)}</li>`)}
      </ul>
      ${this.asking
        ? html`<ask-dialog .asking=${this.asking} @finished=${this.#finished} @given-up=${() => (this.asking = undefined)}></ask-dialog>`
        : nothing}
    `;
  }

  #line({ account, strikes: count, suspended, last }: Strikes) {
    const text = operatingWords().bidders;
    return html`
      <div class="row">
        <p><strong>${account}</strong> ${this.#state(suspended)}</p>
        <p class="small muted">${text.strikes(count)} · ${text.last(dateTime(last))}</p>
        <div class="steps">
          <button data-testid="show-bidder" aria-label=${text.showOf(account)} @click=${() => this.#show(account)}>${text.show}</button>
          ${this.#ruling({ account, suspended })}
        </div>
      </div>
    `;
  }

  #one(one: Bidder) {
    const text = operatingWords().bidders;
    return html`
      <div class="card" data-testid="bidder">
        <div class="row">
          <p><strong>${one.account}</strong> ${this.#state(one.suspended)}</p>
          <p class="small muted">${text.strikes(one.strikes)}</p>
          <div class="steps">${this.#ruling(one)}<button class="plain" @click=${() => (this.shown = undefined)}>${text.close}</button></div>
        </div>
        <ol class="small">
          ${one.history.map(
            ({ at, what, actor, note }) =>
              html`<li>
                ${dateTime(at)}: ${what === 'strike' ? html`<a href=${lotLink(note)}>${text.happened.strike}</a>` : text.by(text.happened[what], actor, note)}
              </li>`,
          )}
        </ol>
      </div>
    `;
  }

  #state(suspended: boolean) {
    const text = operatingWords().bidders;
    return suspended ? pill('bad', text.suspended) : pill('quiet', text.mayBid);
  }

  #ruling({ account, suspended }: Pick<Bidder, 'account' | 'suspended'>) {
    const text = operatingWords().bidders;
    const what = suspended ? 'reinstate' : 'suspend';
    return html`<button data-testid=${what} aria-label=${text[what].of(account)} @click=${() => this.#ask(account, what)}>${text[what].short}</button>`;
  }

  #ask(account: string, what: 'suspend' | 'reinstate'): void {
    this.done = '';
    this.asking = askingRuling(this.client, { account }, what);
  }

  #finished(): void {
    const account = this.asking?.on ?? '';
    this.done = this.asking ? operatingWords().doneWith(this.asking.title, account) : '';
    this.asking = undefined;
    void this.#show(account);
    void this.#load();
  }

  #find(submitted: SubmitEvent): void {
    submitted.preventDefault();
    const account = String(new FormData(submitted.target as HTMLFormElement).get('account') ?? '').trim();
    if (!account) return;
    this.shown = undefined;
    void this.#show(account);
  }

  async #show(account: string): Promise<void> {
    await this.#trying(async () => (this.shown = await bidder(this.client, account)));
  }

  async #load(): Promise<void> {
    await this.#trying(async () => (this.all = await strikes(this.client)));
  }

  async #trying(what: () => Promise<unknown>): Promise<void> {
    const problem = await problemOf(what);
    this.problem = problem && operatingWords().loadFailed(problem);
  }
}

customElements.define('bidders-list', BiddersList);
