import { css, html, type TemplateResult } from 'lit';
import { money } from '../money';
import type { BillLine } from './costs';
import { lineName } from './in-words';

/** The lines and their total. */
export function bill(lines: readonly BillLine[], total: number, currency: string, names: { readonly hammer: string; readonly total: string }): TemplateResult {
  return html`<dl class="bill">
    ${lines.map((line) => html`<dt>${lineName(line, names.hammer)}</dt><dd data-line=${line.line}>${money(line.amount, currency)}</dd>`)}
    <dt class="total">${names.total}</dt>
    <dd class="total" data-testid="total" data-amount=${total}>${money(total, currency)}</dd>
  </dl>`;
}

export const bills = css`
  .bill {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-auto-rows: minmax(1.75rem, auto);
    align-items: center;
    gap: 0 var(--space-4);
    font-variant-numeric: tabular-nums;
  }
  .bill dt {
    color: var(--muted);
  }
  .bill dd {
    text-align: right;
    white-space: nowrap;
  }
  .bill .total {
    align-self: stretch;
    display: grid;
    align-items: center;
    border-top: 1px solid var(--line);
    color: var(--ink);
    font-weight: 600;
  }
  .bill dt.total {
    margin-right: calc(-1 * var(--space-4));
  }
`;
