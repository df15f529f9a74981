import { css } from 'lit';

/** A row of the board: picture, what it is, where it stands, what can be done. */
export const rowLook = css`
  :host {
    display: block;
  }
  .row {
    display: grid;
    grid-template-columns: 5rem minmax(0, 1fr) 11rem auto;
    grid-template-areas: 'picture what stand actions';
    gap: var(--space-2) var(--space-4);
    align-items: center;
    padding: var(--space-3);
    min-height: 5.5rem;
  }
  lot-picture {
    grid-area: picture;
    border-radius: var(--radius-s);
    aspect-ratio: 4 / 3;
  }
  .what {
    grid-area: what;
    display: grid;
    gap: var(--space-1);
    justify-items: start;
    min-width: 0;
  }
  .what h2 {
    font-size: var(--text-m);
  }
  .stand {
    grid-area: stand;
    font-variant-numeric: tabular-nums;
  }
  .price {
    font-weight: 600;
    font-size: 1.125rem;
  }
  .time {
    display: block;
    font-weight: 600;
  }
  .actions {
    grid-area: actions;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    justify-content: end;
  }
  @media (max-width: 46rem) {
    .row {
      grid-template-columns: 4rem minmax(0, 1fr) auto;
      grid-template-areas: 'picture what what' 'stand stand actions';
    }
  }
`;
