import { css } from 'lit';

export const liveSalesLook = css`
  .top,
  .bar,
  .several {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
  }
  .top form {
    flex: 0 1 22rem;
    min-width: min(16rem, 100%);
  }
  input[type='search'] {
    background: var(--card);
  }
  .bar {
    min-height: 2.75rem;
    margin-block: calc(-1 * var(--space-4));
  }
  .several {
    position: sticky;
    top: var(--space-2);
    z-index: 1;
    justify-content: start;
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow-high);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--space-3);
  }
  section > * {
    justify-self: stretch;
  }
  section > button {
    justify-self: center;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    list-style: none;
  }
  .skeleton {
    height: 12rem;
  }
`;
