import { css } from 'lit';

export const lotPriceLook = css`
  :host {
    display: grid;
    gap: var(--space-3);
  }
  .aloud {
    position: absolute;
  }
  .alert:empty {
    margin-top: calc(-1 * var(--space-3));
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: start;
    gap: var(--space-2) var(--space-5);
  }
  .big,
  .time {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .big {
    font-family: var(--serif);
    font-size: var(--text-price);
    line-height: 1.2;
  }
  .time {
    font-size: clamp(1.3rem, 5vw, 1.6rem);
    line-height: 1.7;
    min-width: 7ch;
  }
  .moved {
    animation: moved 1s var(--ease);
  }
  @keyframes moved {
    from {
      color: var(--accent);
    }
  }
  .banner {
    padding: 0.6rem 0.9rem;
    border-radius: var(--radius-s);
    font-weight: 600;
    animation: appear var(--calm) var(--ease);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(0.25rem);
    }
  }
  .good {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .bad {
    background: var(--alert-soft);
    color: var(--alert);
  }
  .neutral {
    background: var(--brass-soft);
    color: var(--brass);
  }
  .hammered {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-4);
    align-items: center;
    padding: var(--space-4);
  }
  .hammered svg {
    grid-row: 1 / span 4;
    width: 2.75rem;
    fill: currentColor;
  }
  .hammered a {
    color: inherit;
  }
  .hammered .head {
    transform-origin: 88% 30%;
    animation: knock 0.7s cubic-bezier(0.5, 0, 0.9, 0.4);
  }
  @keyframes knock {
    from,
    45% {
      transform: rotate(48deg);
    }
    75% {
      transform: rotate(-4deg);
    }
    85% {
      transform: rotate(6deg);
    }
  }
  .hammer {
    font-family: var(--serif);
    font-size: var(--text-l);
    line-height: 1.3;
  }
`;
