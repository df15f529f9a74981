import { css } from 'lit';

export const importLotsLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  form {
    display: grid;
    gap: var(--space-4);
  }
  textarea {
    min-height: 10rem;
    font-family: ui-monospace, monospace;
    white-space: pre;
    overflow: auto;
  }
  summary {
    min-height: 2.75rem;
    padding: var(--space-2) 0;
    font-weight: 600;
    cursor: pointer;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
  }
  progress {
    width: 100%;
    accent-color: var(--accent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
  }
`;
