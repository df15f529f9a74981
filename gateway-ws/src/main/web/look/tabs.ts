import { css, html, nothing, type TemplateResult } from 'lit';

/** One of several pages: its address, its name, its hook for tests, and whether it is the one shown. */
export type Tab = readonly [href: string, name: string, testId: string, here: boolean];

/** The way between pages that belong together. */
export function tabs(label: string, pages: readonly Tab[]): TemplateResult {
  return html`<nav class="tabs" aria-label=${label}>
    ${pages.map(([href, name, testId, here]) => html`<a href=${href} data-testid=${testId} aria-current=${here ? 'page' : nothing}>${name}</a>`)}
  </nav>`;
}

export const tabsLook = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-5);
    border-bottom: 1px solid var(--line);
  }
  .tabs a {
    padding: var(--space-2) 0;
    color: var(--muted);
    font-weight: 600;
    text-decoration: none;
  }
  .tabs a:hover,
  .tabs a[aria-current] {
    color: var(--ink);
  }
  .tabs a[aria-current] {
    box-shadow: inset 0 -3px var(--accent);
  }
`;
