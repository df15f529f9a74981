import { css } from 'lit';

export const healthLook = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  .top > :last-child {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: var(--space-4);
    list-style: none;
  }
  .tiles li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-rows: auto auto 1fr auto;
    align-items: start;
    gap: var(--space-1) var(--space-2);
    min-height: 10.5rem;
    padding: var(--space-4);
  }
  .tiles h2 {
    font: 600 1rem/1.5 var(--sans);
  }
  .value {
    grid-column: 1 / -1;
    font: 600 1.6rem/1.3 var(--serif);
    font-variant-numeric: tabular-nums;
  }
  .note {
    grid-column: 1 / -1;
  }
  spark-line {
    grid-column: 1 / -1;
    align-self: end;
    margin-top: var(--space-2);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
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
    padding: var(--space-2) var(--space-4) var(--space-2) 0;
    border-top: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  thead th {
    border-top: 0;
    font-size: var(--text-s);
    font-weight: 400;
    color: var(--muted);
  }
  .part {
    white-space: nowrap;
    margin-right: var(--space-3);
    font-size: var(--text-s);
  }
  .skeleton {
    height: 24rem;
  }
`;
