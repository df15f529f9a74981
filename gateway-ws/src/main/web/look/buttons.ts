import { css } from 'lit';

export const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: 2.75rem;
    padding: 0.5rem 1.1rem;
    border: 1px solid var(--field-line);
    border-radius: var(--radius-s);
    background: transparent;
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-decoration: none;
    cursor: pointer;
    transition:
      background var(--quick),
      border-color var(--quick);
  }
  button:hover,
  .button:hover {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  button.primary,
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover,
  .button.primary:hover {
    border-color: var(--accent-strong);
    background: var(--accent-strong);
  }
  button.plain {
    min-height: 2rem;
    padding: 0.2rem 0.5rem;
    border-color: transparent;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
`;
