import { css, html, type TemplateResult } from 'lit';

/** Something to know, across the width of where it stands. */
export function notice(tone: 'good' | 'bad' | 'brass' | 'quiet', content: unknown): TemplateResult {
  return html`<div class="notice ${tone}">${content}</div>`;
}

/** Nothing is here, and where to go instead. */
export function emptyState(title: string, way: unknown, testId: string): TemplateResult {
  return html`<div class="empty" data-testid=${testId}><h2>${title}</h2>${way}</div>`;
}

export const notices = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
    padding: 0.6rem 0.9rem;
    border-radius: var(--radius-s);
    background: var(--paper);
    font-weight: 600;
  }
  .notice a {
    color: inherit;
  }
  .notice.good {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .notice.bad {
    background: var(--alert-soft);
    color: var(--alert);
  }
  .notice.brass {
    background: var(--brass-soft);
    color: var(--brass);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-7) var(--space-4);
    border: 1px dashed var(--line);
    border-radius: var(--radius);
    text-align: center;
  }
`;
