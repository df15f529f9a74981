import { html, type TemplateResult } from 'lit';
import { words } from '../words/words';

/** What is shown at an address that leads nowhere. */
export function nothingHere(): TemplateResult {
  const text = words().shell;
  return html`<h1>${text.nothingHere}</h1>
    <p><a href="#/">${text.toOpenLots}</a></p>`;
}
