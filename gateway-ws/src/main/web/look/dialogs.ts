import { css } from 'lit';

/** A native dialog: it takes the focus and gives it back, and Escape closes it. */
export const dialogs = css`
  dialog {
    width: min(28rem, calc(100vw - 2rem));
    padding: var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow-high);
  }
  dialog[open] {
    display: grid;
    gap: var(--space-4);
    animation: appear var(--calm) var(--ease);
  }
  dialog::backdrop {
    background: var(--veil);
  }
  dialog .actions {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-2);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
`;
