import { html, nothing } from 'lit';
import { pill, type Tone } from '../look/pills';
import '../lots/lot-picture';
import { money } from '../money';
import type { SaleState } from '../sale';
import { dateTime } from '../times';
import { sellingWords } from '../words/selling';
import type { Draft } from './drafts';
import type { SellersSale } from './seller-calls';
import { draftLink, ownLotLink } from './seller-page';

const TONES: Readonly<Record<SaleState, Tone>> = {
  'awaiting-payment': 'brass',
  defaulted: 'bad',
  offered: 'brass',
  paid: 'good',
  'sold-by-offer': 'good',
  unsold: 'quiet',
  cancelled: 'quiet',
};

export function salePill(state: SaleState) {
  return pill(TONES[state], sellingWords().board.states[state]);
}

/** A sale on the board; an unsold lot can be listed again. */
export function saleRow(sale: SellersSale, relist: (lot: string) => void) {
  const text = sellingWords().board;
  return html`<div class="row card" data-testid="board-sale" data-lot=${sale.lot} data-state=${sale.state}>
    <lot-picture .lot=${sale.lot} .name=${sale.title} aria-hidden="true"></lot-picture>
    <div class="what">
      <h2><a href=${ownLotLink(sale.lot)} data-testid="own-lot-link">${sale.title}</a></h2>
      ${salePill(sale.state)}
    </div>
    <div class="stand">
      ${sale.hammer === undefined ? nothing : html`<p class="price">${money(sale.hammer, sale.currency)}</p>`}
      <p class="small muted">${text.closedAt(dateTime(sale.at))}</p>
    </div>
    <div class="actions">
      ${sale.state === 'unsold' ? html`<button data-testid="relist" aria-label="${text.relist}: ${sale.title}" @click=${() => relist(sale.lot)}>${text.relist}</button>` : nothing}
    </div>
  </div>`;
}

export function draftRow(draft: Draft, remove: () => void) {
  const text = sellingWords().board;
  const title = draft.filled['title']?.trim() || text.untitled;
  return html`<div class="row card" data-testid="board-draft" data-draft=${draft.id}>
    <lot-picture .lot=${draft.id} .name=${title} aria-hidden="true"></lot-picture>
    <div class="what">
      <h2><a href=${draftLink(draft.id)} data-testid="draft-link">${title}</a></h2>
      <p class="small muted">${text.keptAt(dateTime(new Date(draft.keptAt).toISOString()))}</p>
    </div>
    <div class="stand"></div>
    <div class="actions">
      <a class="button" href=${draftLink(draft.id)} aria-label="${text.edit}: ${title}">${text.edit}</a>
      <button data-testid="remove-draft" aria-label="${text.remove}: ${title}" @click=${remove}>${text.remove}</button>
    </div>
  </div>`;
}
