import { css, html, nothing, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { emptyState } from '../look/notices';
import { operatingWords } from '../words/operating';

const PAGES = [
  ['live', '#/operate'],
  ['attention', '#/operate/attention'],
  ['health', '#/operate/health'],
] as const;

/** What is around each of the operators' pages: where else to go; and for everybody else, who may be here. */
export function operateFrame(client: GavelClient, here: (typeof PAGES)[number][0] | undefined, content: () => unknown): TemplateResult {
  const text = operatingWords();
  if (!client.session.may('OPERATOR')) {
    return emptyState(text.operatorsOnly, html`<a class="button" href="#/sign-in">${text.signIn}</a>`, 'operators-only');
  }
  return html`
    <nav class="pages" aria-label=${text.pages}>
      ${PAGES.map(([page, link]) => html`<a href=${link} data-testid="to-${page}" aria-current=${page === here ? 'page' : nothing}>${text.short[page]}</a>`)}
    </nav>
    ${content()}
  `;
}

export const operateFrameLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }
  nav.pages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-5);
    border-bottom: 1px solid var(--line);
  }
  nav.pages a {
    padding: var(--space-2) 0;
    color: var(--muted);
    font-weight: 600;
    text-decoration: none;
  }
  nav.pages a:hover,
  nav.pages a[aria-current] {
    color: var(--ink);
  }
  nav.pages a[aria-current] {
    box-shadow: inset 0 -3px var(--accent);
  }
`;
