import { css } from 'lit';

export const consoleBoardLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    padding: var(--space-5);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  .title {
    display: grid;
    gap: var(--space-1);
  }
  h1 {
    font-size: clamp(1.3rem, 4vw, 1.6rem);
  }
  .large {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-4) var(--space-6);
    font-variant-numeric: tabular-nums;
  }
  .price {
    font: 600 clamp(3rem, 11vw, 5.5rem) / 1.05 var(--serif);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .leader {
    font-size: clamp(1.2rem, 4vw, 1.75rem);
    font-weight: 600;
  }
  .time {
    min-height: 4.5rem;
    font-size: clamp(2rem, 7vw, 3.25rem);
    font-weight: 600;
    line-height: 1.2;
  }
  .time .muted {
    max-width: 16rem;
    font-size: 1rem;
    font-weight: 400;
  }
  .moved {
    animation: moved 1s var(--ease);
  }
  @keyframes moved {
    from {
      color: var(--accent);
    }
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-6);
  }
  dt {
    font-size: var(--text-s);
    color: var(--muted);
  }
  dd {
    font-size: var(--text-l);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .called {
    display: grid;
    align-items: center;
    min-height: 4rem;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-s);
    background: var(--paper);
    font: 600 clamp(1.15rem, 4vw, 1.6rem) / 1.3 var(--serif);
  }
  .called.once {
    background: var(--brass-soft);
    color: var(--brass);
  }
  .called.twice {
    background: var(--alert-soft);
    color: var(--alert);
  }
`;
