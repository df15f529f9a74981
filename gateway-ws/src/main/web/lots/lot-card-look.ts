import { css } from 'lit';

export const lotCardLook = css`
  :host {
    position: relative;
  }
  watch-button {
    position: absolute;
    top: var(--space-2);
    right: var(--space-2);
  }
  a.card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    grid-template-rows: auto 1fr auto;
    gap: 0 var(--space-2);
    height: 100%;
    padding: 0;
    overflow: hidden;
    color: inherit;
    text-decoration: none;
    transition:
      transform var(--quick) var(--ease),
      box-shadow var(--quick);
  }
  a:hover {
    border-color: var(--accent);
    box-shadow: var(--shadow-high);
    transform: translateY(-2px);
  }
  a:focus-visible {
    border-radius: var(--radius);
  }
  lot-picture {
    grid-column: 1 / -1;
    aspect-ratio: 3 / 2;
  }
  .pills {
    position: absolute;
    top: var(--space-3);
    left: var(--space-3);
    display: flex;
    gap: var(--space-2);
  }
  h2 {
    grid-column: 1 / -1;
    margin: var(--space-3) var(--space-4) var(--space-2);
    min-height: 2.4em;
    font-size: 1.125rem;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .money,
  .end {
    /* What moves is laid out by itself: a list of 200 is not measured again for each bid. */
    contain: strict;
    height: 3.75rem;
  }
  .money {
    padding-left: var(--space-4);
  }
  .end {
    padding-right: var(--space-4);
    text-align: right;
  }
  .price,
  .time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .price {
    font-size: 1.25rem;
    line-height: 1.5rem;
  }
  .label {
    white-space: nowrap;
  }
  .result {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  /* Two of one look, taken in turns: so it begins anew without a new element, which all cards would be measured again for. */
  .moved-odd {
    animation: moved-odd 1.2s var(--ease);
  }
  .moved-even {
    animation: moved-even 1.2s var(--ease);
  }
  @keyframes moved-odd {
    from {
      color: var(--accent);
      background: var(--accent-soft);
    }
  }
  @keyframes moved-even {
    from {
      color: var(--accent);
      background: var(--accent-soft);
    }
  }
`;
