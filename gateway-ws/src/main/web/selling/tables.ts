import { css } from 'lit';

/** A table that is scrolled by itself where it is wider than the page. */
export const tables = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    color: var(--muted);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .amount {
    text-align: end;
    white-space: nowrap;
  }
`;
