import { css } from 'lit';

export const bidBoxLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    padding-top: 1.25rem;
    border-top: 1px solid var(--line);
  }
  .bid {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
  }
  .confirm {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .answer {
    font-weight: 600;
    color: var(--alert);
  }
  .answer.good {
    color: var(--accent);
  }
  .answer:empty {
    display: none;
  }
`;
