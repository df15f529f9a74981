import { css } from 'lit';

export const liveRowLook = css`
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    grid-template-areas:
      'choose what time'
      'choose stands time'
      'acts acts acts';
    gap: var(--space-2) var(--space-3);
    align-items: center;
    padding: var(--space-3) var(--space-4);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .choose {
    grid-area: choose;
    display: grid;
    place-items: center;
    min-width: 2.75rem;
    min-height: 2.75rem;
    margin-left: calc(-1 * var(--space-3));
    cursor: pointer;
  }
  .choose input {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .what {
    grid-area: what;
    min-width: 0;
  }
  .what p a {
    display: inline-block;
    padding-block: var(--space-1);
  }
  h3 {
    font-size: 1.0625rem;
  }
  .stands {
    grid-area: stands;
    font-variant-numeric: tabular-nums;
  }
  .price {
    font: 600 1.25rem/1.3 var(--serif);
  }
  .time {
    grid-area: time;
    min-width: 6.5rem;
    min-height: 3rem;
    text-align: right;
    font-weight: 600;
  }
  .stopped {
    font-size: var(--text-s);
    color: var(--alert);
  }
  .acts {
    grid-area: acts;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .acts button {
    flex: 1 1 auto;
    padding-inline: var(--space-3);
  }
  @media (min-width: 60rem) {
    .row {
      grid-template-columns: auto minmax(0, 1fr) 10.5rem 7rem 24.5rem;
      grid-template-areas: 'choose what stands time acts';
    }
    .acts {
      justify-content: end;
      flex-wrap: nowrap;
    }
    .acts button {
      flex: none;
    }
  }
`;
