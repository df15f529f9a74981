import { css, html, nothing, type TemplateResult } from 'lit';

export interface Field {
  /** The id of the control inside; the help and error texts get ids made from it. */
  readonly id: string;
  readonly label: string;
  readonly control: TemplateResult;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}

/** A control with its label, and what is wrong with it right below. */
export function field({ id, label, control, help, error }: Field): TemplateResult {
  return html`
    <div class="field ${error ? 'wrong' : ''}">
      <label for=${id}>${label}</label>
      ${control}
      ${help ? html`<p class="small muted" id="${id}-help">${help}</p>` : nothing}
      <p class="error small" id="${id}-error" role="alert" data-testid="${id}-error">${error ?? nothing}</p>
    </div>
  `;
}

export const fields = css`
  .field {
    display: grid;
    gap: 0.3rem;
    align-content: start;
    min-width: 0;
  }
  label,
  legend {
    font-weight: 600;
    font-size: 0.9375rem;
  }
  label.choice {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    min-height: 2.5rem;
    font-weight: 400;
    font-size: 1rem;
  }
  legend {
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--field-line);
    border-radius: var(--radius-s);
    background: var(--paper);
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 1.15rem;
    height: 1.15rem;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .wrong input,
  .wrong textarea,
  .wrong select {
    border-color: var(--alert);
  }
  .error {
    color: var(--alert);
  }
  .error:empty {
    display: none;
  }
`;
