import { css, html, type TemplateResult } from 'lit';

/** `live` and `good` are green, `bad` asks for attention, `brass` is a remark. */
export type Tone = 'live' | 'good' | 'bad' | 'brass' | 'quiet';

/** A word or two about the state of something; the colour only repeats what the word says. */
export function pill(tone: Tone, text: string): TemplateResult {
  return html`<span class="pill ${tone}">${text}</span>`;
}

export const pills = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.1rem 0.6rem;
    border-radius: var(--radius-round);
    background: var(--paper);
    color: var(--muted);
    font-size: var(--text-s);
    line-height: 1.5;
    font-weight: 600;
    white-space: nowrap;
  }
  .pill.live,
  .pill.good {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .pill.bad {
    background: var(--alert-soft);
    color: var(--alert);
  }
  .pill.brass {
    background: var(--brass-soft);
    color: var(--brass);
  }
  .pill.live::before {
    content: '';
    width: 0.5em;
    height: 0.5em;
    border-radius: 50%;
    background: currentColor;
  }
`;
