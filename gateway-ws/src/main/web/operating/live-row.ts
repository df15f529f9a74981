import { LitElement, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { Lot, LotEvent } from '../client/protocol';
import '../lots/count-down';
import { isSealed } from '../lots/formats';
import { LiveLot } from '../lots/live-lot';
import { result } from '../lots/result';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { pill, pills } from '../look/pills';
import { money } from '../money';
import { lotLink } from '../shell/route';
import { operatingWords } from '../words/operating';
import { words } from '../words/words';
import { possible, type Act } from './acts';
import type { Subject } from './asking-acts';
import { liveRowLook } from './live-row-look';

/** Something is to be done to a lot. */
export class ActAsked extends Event {
  constructor(
    readonly act: Act,
    readonly subject: Subject,
  ) {
    super('act-asked', { bubbles: true, composed: true });
  }
}

/** A lot was chosen for something that is done to several, or not any more. */
export class Chosen extends Event {
  constructor(
    readonly subject: Subject,
    readonly chosen: boolean,
  ) {
    super('chosen', { bubbles: true, composed: true });
  }
}

/** One lot in the auctioneer's list: it follows the lot while it is in view, and offers what its state allows. */
class LiveRow extends LitElement {
  static override properties = { client: { attribute: false }, lot: { attribute: false }, chosen: { type: Boolean } };
  static override styles = [look, buttons, pills, liveRowLook];
  client!: GavelClient;
  lot!: Lot;
  chosen = false;
  readonly #live = new LiveLot(this);

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated && !document.hidden) await new Promise((drawn) => requestAnimationFrame(drawn));
    super.scheduleUpdate();
  }

  override render() {
    const { lot } = this;
    const { event, inView } = this.#live;
    const text = operatingWords();
    return html`
      <div class="row" data-testid="live-row" data-lot=${lot.id} data-status=${event.status}>
        <label class="choose">
          <input
            type="checkbox"
            data-testid="choose"
            aria-label=${text.choose(lot.title)}
            .checked=${this.chosen}
            ?disabled=${event.status === 'closed' || event.status === 'scheduled'}
            @change=${(change: Event) => this.dispatchEvent(new Chosen(this.#subject, (change.target as HTMLInputElement).checked))}
          />
        </label>
        <div class="what">
          <h3><a href=${lotLink(lot.id)}>${lot.title}</a></h3>
          <p class="small muted">
            ${this.#state(event)} ${words().lot.listedBy(lot.seller)} ·
            <a href="#/operate/lots/${encodeURIComponent(lot.id)}" data-testid="to-console" aria-label=${text.console.of(lot.title)}>${text.console.link}</a>
          </p>
        </div>
        <div class="stands">
          <p class="price">${money(event.price, lot.currency)}</p>
          <p class="small muted">${words().lot.bids(event.bids)}${this.#leader(event)}</p>
        </div>
        <div class="time">${inView ? this.#ending(event) : nothing}</div>
        <div class="acts">
          ${possible(event).map(
            (act) =>
              html`<button data-testid=${act} aria-label=${text.acts[act].of(lot.title)} @click=${() => this.dispatchEvent(new ActAsked(act, this.#subject))}>
                ${text.acts[act].short}
              </button>`,
          )}
        </div>
      </div>
    `;
  }

  get #subject(): Subject {
    return { rules: this.lot, event: this.#live.event };
  }

  #leader({ leader }: LotEvent): string {
    return leader == null || isSealed(this.lot) ? '' : ` · ${operatingWords().paddle(leader)}`;
  }

  #state({ status }: LotEvent) {
    const { list, lot } = words();
    if (status === 'paused') return pill('bad', lot.paused);
    return pill(status === 'open' ? 'live' : 'quiet', list.status[status]);
  }

  #ending(event: LotEvent) {
    const { clock } = this.client;
    const { lot } = this;
    const text = words().lot;
    if (event.status === 'closed') return html`<p class="small" data-testid="row-result">${result(event, lot.currency)}</p>`;
    if (event.status === 'paused') return html`<p class="stopped">${operatingWords().clockStands}</p>`;
    if (event.status === 'scheduled' && lot.opensAt)
      return html`<count-down .clock=${clock} .closesAt=${lot.opensAt} .label=${text.opensIn} .over=${text.opening}></count-down>`;
    return html`<count-down .clock=${clock} .closesAt=${event.closesAt} .over=${text.closingShort}></count-down>`;
  }
}

customElements.define('live-row', LiveRow);
