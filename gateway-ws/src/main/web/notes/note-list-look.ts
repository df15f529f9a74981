import { css } from 'lit';

export const noteListLook = css`
  :host {
    display: contents;
  }
  section {
    position: fixed;
    z-index: 1;
    right: var(--space-4);
    bottom: var(--space-4);
    width: min(22rem, calc(100vw - 2 * var(--space-4)));
  }
  section > div {
    display: grid;
    gap: var(--space-2);
  }
  [role='alert']:not(:empty) + [role='status']:not(:empty) {
    margin-top: var(--space-2);
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
    padding: var(--space-2) var(--space-4);
    border: 1px solid var(--line);
    border-left: 4px solid var(--accent);
    border-radius: var(--radius-s);
    background: var(--raised);
    box-shadow: var(--shadow-high);
    animation: come var(--calm) var(--ease);
  }
  .outbid,
  .to-pay {
    border-left-color: var(--alert);
  }
  .ends-soon,
  .offer {
    border-left-color: var(--brass);
  }
  p {
    flex: 1 0 100%;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  a {
    padding: 0.4rem 0;
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
`;
