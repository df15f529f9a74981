import { css } from 'lit';

export const sellerBoardLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  nav a.button {
    min-height: 2.25rem;
    padding: 0.15rem 0.7rem;
  }
  nav a.button[aria-current] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent);
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    list-style: none;
  }
  li.skeleton {
    height: 5.5rem;
  }
`;
