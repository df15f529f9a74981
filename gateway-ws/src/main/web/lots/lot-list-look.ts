import { css } from 'lit';

export const lotListLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }
  .lead {
    margin-top: var(--space-1);
    font-family: var(--serif);
    font-size: 1.1rem;
    font-style: italic;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
    gap: var(--space-5) var(--space-4);
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-height: 22.5rem;
  }
  .foot {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    min-height: 3rem;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 2.75rem;
  }
`;
