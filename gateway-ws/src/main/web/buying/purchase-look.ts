import { css } from 'lit';

export const purchaseLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--space-3);
  }
  .back {
    padding: 0.25rem 0;
  }
  article,
  .skeleton {
    justify-self: stretch;
    max-width: 44rem;
  }
  .skeleton {
    height: 24rem;
  }
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }
  .head {
    display: grid;
    grid-template-columns: clamp(6rem, 25vw, 10rem) minmax(0, 1fr);
    gap: var(--space-4);
    align-items: start;
  }
  h1 {
    font-size: clamp(1.4rem, 4vw, 2rem);
  }
  .head lot-cover {
    border-radius: var(--radius);
  }
  .state {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
  }
  .state .pill {
    font-family: var(--sans);
    font-size: var(--text-m);
  }
  section h2 + * {
    margin-top: var(--space-3);
  }
  .state h2 + * {
    margin-top: 0;
  }
  ol {
    list-style: none;
    font-variant-numeric: tabular-nums;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    padding: 0.45rem 0;
    border-top: 1px solid var(--line);
  }
  time {
    color: var(--muted);
  }
`;
