import { css } from 'lit';

export const lotCardLook = css`
  a.card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-rows: auto 1fr auto;
    gap: 0 var(--space-4);
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
    min-height: 3.5rem;
    padding-bottom: var(--space-3);
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
  .moved {
    animation: moved 1.2s var(--ease);
  }
  @keyframes moved {
    from {
      color: var(--accent);
      background: var(--accent-soft);
      box-shadow: 0 0 0 0.25rem var(--accent-soft);
    }
  }
`;
