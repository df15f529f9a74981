import { css } from 'lit';

export const consoleLook = css`
  .place {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .desk {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--space-2);
  }
  .desk button {
    grid-column: span 6;
  }
  .desk button.primary {
    grid-column: span 12;
  }
  .desk button {
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 4rem;
    padding: var(--space-2) var(--space-4);
    font-size: 1.0625rem;
    text-align: left;
    line-height: 1.2;
  }
  kbd {
    flex: none;
    min-width: 1.75rem;
    padding: 0.1rem 0.4rem;
    border: 1px solid currentColor;
    border-radius: 4px;
    font: 600 0.875rem/1.4 var(--sans);
    text-align: center;
  }
  .done {
    min-height: 1.5rem;
    font-weight: 600;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
  }
  .keys label {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 2.75rem;
    color: var(--ink);
    cursor: pointer;
  }
  .keys input {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .log {
    max-height: 30rem;
    overflow-y: auto;
  }
  .skeleton {
    height: 30rem;
  }
  @media (min-width: 40rem) {
    .desk button {
      grid-column: span 3;
    }
    .desk button.call,
    .desk button.primary {
      grid-column: span 4;
    }
  }
  @media (min-width: 64rem) {
    .place {
      grid-template-columns: minmax(0, 1fr) 22rem;
      align-items: start;
    }
    .place > * {
      grid-column: 1;
    }
    .log {
      grid-column: 2;
      grid-row: 1 / span 4;
      max-height: 44rem;
    }
  }
`;
