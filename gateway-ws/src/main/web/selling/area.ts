import { html, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import './list-lot-form';

/** What sellers see. */
export function page(client: GavelClient, [first]: readonly string[]): TemplateResult | undefined {
  if (first === 'new') return html`<list-lot-form .client=${client}></list-lot-form>`;
  return undefined;
}
