import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { GavelClient } from '../client/gavel-client';
import './attention-page';
import './health-page';
import './live-sales';
import './lot-console';

/** What operators see. */
export function page(client: GavelClient, [first, second]: readonly string[]): TemplateResult | undefined {
  if (first === undefined) return html`<live-sales .client=${client}></live-sales>`;
  if (first === 'lots' && second) return html`${keyed(second, html`<lot-console .client=${client} .lot=${second}></lot-console>`)}`;
  if (first === 'health') return html`<health-page .client=${client}></health-page>`;
  if (first === 'attention') return html`<attention-page .client=${client}></attention-page>`;
  return undefined;
}
