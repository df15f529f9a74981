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
`;
