import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { LotEvent, LotRules } from '../client/protocol';
import { buttons } from '../look/buttons';
import { InView } from '../look/in-view';
import { look } from '../look/look';
import { pill, pills, type Tone } from '../look/pills';
import '../lots/count-down';
import { standing } from '../lots/standing';
import { money } from '../money';
import { lotLink } from '../shell/route';
import { buyingWords } from '../words/buying';
import { words } from '../words/words';
import './lot-cover';
import { rowLook } from './my-look';
import type { BidOn, OwnStanding } from './own';
import { bidStage, type BidStage } from './stage';

const TONES: Record<BidStage, Tone> = { leading: 'good', outbid: 'bad', placed: 'brass', won: 'good', lost: 'quiet', 'to-pay': 'bad' };

/** How one stands on a lot, live while it is in view. */
class OwnBidRow extends LitElement {
  static override properties = { client: { attribute: false }, bid: { attribute: false }, toPay: { type: Boolean }, event: { state: true }, rules: { state: true } };
  static override styles = [
    look,
    buttons,
    pills,
    rowLook,
    css`
      .labels {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
    `,
  ];
  client!: GavelClient;
  bid!: BidOn;
  toPay = false;
  event: LotEvent | undefined;
  rules: LotRules | undefined;
  #stop: (() => void) | undefined;

  constructor() {
    super();
    new InView(this, (inView) => this.#moved(inView));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bid') && changed.get('bid')?.lot !== this.bid.lot) this.event = undefined;
  }

  override render() {
    const { bid, event } = this;
    const text = buyingWords();
    const stage = bidStage(this.#standing(), this.toPay);
    const { status, price } = event ?? bid;
    return html`
      <article class="card row" data-testid="own-bid" data-lot=${bid.lot} data-stage=${stage}>
        <lot-cover .client=${this.client} .lot=${bid.lot} .name=${bid.title}></lot-cover>
        <div class="what">
          <h2><a href=${lotLink(bid.lot)}>${bid.title}</a></h2>
          <p class="labels">${pill(TONES[stage], text.stages[stage])} ${this.#why(stage)}</p>
          <p class="small muted">${text.yourMaximum(money(bid.max, bid.currency))}</p>
        </div>
        <div class="end">
          <div>
            <p class="price">${money(price, bid.currency)}</p>
            ${status === 'closed' ? nothing : this.#time()}
          </div>
          ${this.#way(stage)}
        </div>
      </article>
    `;
  }

  #why(stage: BidStage) {
    return stage === 'placed' ? html`<span class="small muted">${buyingWords().placedWhy}</span>` : nothing;
  }

  #time() {
    const { closesAt, status } = this.event ?? this.bid;
    const text = words().lot;
    if (status === 'paused') return html`<p class="small">${text.paused}</p>`;
    return html`<count-down class="time" .clock=${this.client.clock} .closesAt=${closesAt} .over=${text.closingShort}></count-down>`;
  }

  #way(stage: BidStage) {
    const text = buyingWords();
    if (stage === 'outbid') return html`<a class="button primary" href=${lotLink(this.bid.lot)}>${text.bidAgain}</a>`;
    if (stage === 'won' || stage === 'to-pay')
      return html`<a class="button ${stage === 'to-pay' ? 'primary' : ''}" href="#/my/sales/${this.bid.lot}" data-testid="to-purchase">${text.toPurchase}</a>`;
    return nothing;
  }

  #standing(): OwnStanding {
    const { event, rules, bid } = this;
    if (!event || !rules) return bid.standing;
    switch (standing(event, { paddle: bid.paddle, max: bid.max }, rules)) {
      case 'leading':
        return 'leading';
      case 'outbid':
        return 'outbid';
      case 'waiting':
      case 'sealed':
        return 'placed';
      case 'won':
        return 'won';
      case 'not-won':
        return 'lost';
      case 'never-bid':
        return bid.standing;
    }
  }

  #moved(inView: boolean): void {
    if (inView && (this.event ?? this.bid).status !== 'closed') {
      this.#stop ??= this.client.watch(this.bid.lot, { onEvent: (event, rules) => this.#happened(event, rules) }, { feed: 'state' }).stop;
    } else {
      this.#stop?.();
      this.#stop = undefined;
    }
  }

  #happened(event: LotEvent, rules: LotRules | undefined): void {
    this.rules = rules ?? this.rules;
    if (event.version > (this.event?.version ?? 0)) this.event = event;
  }
}

customElements.define('own-bid-row', OwnBidRow);
