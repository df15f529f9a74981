import { css } from 'lit';

export const listLotFormLook = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
    align-items: start;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--space-4);
  }
  .span {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-2);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-5);
  }
  fieldset {
    display: grid;
    gap: var(--space-2);
  }
  .label {
    font-weight: 600;
    font-size: 0.9375rem;
  }
  textarea {
    min-height: 7rem;
    resize: vertical;
  }
  .presets {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  button.preset {
    flex-direction: column;
    align-items: start;
    justify-content: start;
    padding: var(--space-3);
    line-height: 1.35;
    text-align: start;
  }
  button.preset[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  button.preset .muted {
    font-weight: 400;
  }
  summary {
    min-height: 2.75rem;
    padding: var(--space-2) 0;
    font-weight: 600;
    cursor: pointer;
  }
  .inside {
    display: grid;
    gap: var(--space-4);
    padding-top: var(--space-2);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
  }
  .kept {
    min-height: 1.5em;
  }
  dialog.wide {
    width: min(70rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    overflow: auto;
  }
  @media (min-width: 60rem) {
    .page {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
    .page > aside {
      position: sticky;
      top: var(--space-4);
    }
  }
`;
