import { css } from 'lit';

export const biddersLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-2);
  }
  .field {
    flex: 0 1 18rem;
  }
  input:not([type='checkbox'], [type='radio']) {
    background: var(--card);
  }
  .done:empty {
    display: none;
  }
  ul,
  ol {
    list-style: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
    min-height: 3.25rem;
  }
  ul .row {
    border-top: 1px solid var(--line);
    padding-block: var(--space-2);
  }
  .row > p:first-child {
    min-width: 12rem;
    overflow-wrap: anywhere;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-left: auto;
  }
`;
