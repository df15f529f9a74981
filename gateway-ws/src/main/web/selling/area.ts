import { html, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import './seller-pages';
import { sellersPage } from './seller-page';

/** What sellers see. */
export function page(client: GavelClient, path: readonly string[]): TemplateResult | undefined {
  return sellersPage(path) ? html`<seller-pages .client=${client} .path=${path}></seller-pages>` : undefined;
}
