import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { GavelClient } from '../client/gavel-client';
import './own-bids-page';
import { STANDINGS } from './own';
import './purchase-page';
import './purchases-page';
import './watchlist-page';

const BID_FILTERS = [...STANDINGS, 'to-pay'] as const;
const SALE_FILTERS = ['awaiting-payment', 'paid', 'offered'] as const;

/** What bidders see of their own: bids, watchlist, purchases. What is filtered stands in the address. */
export function page(client: GavelClient, [first, second, ...more]: readonly string[]): TemplateResult | undefined {
  if (more.length > 0) return undefined;
  const bids = BID_FILTERS.find((each) => each === second);
  if (first === 'bids' && (second === undefined || bids)) return html`${keyed(bids, html`<own-bids-page .client=${client} .only=${bids}></own-bids-page>`)}`;
  if (first === 'watchlist' && second === undefined) return html`<watchlist-page .client=${client}></watchlist-page>`;
  const sales = SALE_FILTERS.find((each) => each === second);
  if (first === 'sales' && (second === undefined || sales)) return html`${keyed(sales, html`<purchases-page .client=${client} .only=${sales}></purchases-page>`)}`;
  if (first === 'sales' && second) return html`${keyed(second, html`<purchase-page .client=${client} .lot=${second}></purchase-page>`)}`;
  return undefined;
}
