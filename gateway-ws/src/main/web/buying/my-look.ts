import { css } from 'lit';

/** What the lists of one's own look like. */
export const myLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .filters a {
    padding: 0.35rem 0.9rem;
    border: 1px solid var(--field-line);
    border-radius: var(--radius-round);
    color: var(--ink);
    font-size: var(--text-s);
    text-decoration: none;
  }
  .filters a:hover {
    border-color: var(--accent);
  }
  .filters a[aria-current] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  ul.rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    list-style: none;
  }
  .rows > .skeleton {
    height: 6.5rem;
  }
  .foot {
    display: grid;
    justify-items: center;
  }
`;

/** One lot in such a list. */
export const rowLook = css`
  .row {
    display: grid;
    grid-template-columns: 6rem minmax(0, 1fr);
    grid-template-areas: 'picture what' 'end end';
    gap: var(--space-3) var(--space-4);
    align-items: center;
    padding: var(--space-3);
  }
  lot-cover {
    grid-area: picture;
    align-self: start;
    border-radius: var(--radius-s);
  }
  .what {
    grid-area: what;
    display: grid;
    justify-items: start;
    gap: var(--space-1);
    min-width: 0;
  }
  h2 {
    font-size: 1.125rem;
  }
  h2 a {
    color: inherit;
    text-decoration: none;
  }
  h2 a:hover {
    text-decoration: underline;
  }
  .end {
    grid-area: end;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
    min-height: 3.25rem;
  }
  .price,
  .time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .price {
    font-size: 1.125rem;
  }
  .button {
    text-align: center;
  }
  @media (min-width: 46rem) {
    .row {
      grid-template-columns: 6rem minmax(0, 1fr) 21rem;
      grid-template-areas: 'picture what end';
    }
    .end {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 12rem;
      justify-items: end;
      text-align: right;
    }
  }
`;
