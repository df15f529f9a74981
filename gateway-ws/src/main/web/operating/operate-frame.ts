import { css, html, type TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { emptyState } from '../look/notices';
import { tabs, tabsLook } from '../look/tabs';
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
    ${tabs(
      text.pages,
      PAGES.map(([page, link]) => [link, text.short[page], `to-${page}`, page === here]),
    )}
    ${content()}
  `;
}

export const operateFrameLook = [
  tabsLook,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
    }
  `,
];
