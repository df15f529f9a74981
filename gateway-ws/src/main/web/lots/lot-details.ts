import { LitElement, css, html, nothing } from 'lit';
import type { LotRules } from '../client/protocol';
import { look } from '../look/look';
import { money } from '../money';

/** What is sold, and by which rules. */
class LotDetails extends LitElement {
  static override properties = { rules: { attribute: false } };
  static override styles = [
    look,
    css`
      .description {
        white-space: pre-line;
        overflow-wrap: anywhere;
        max-width: 38rem;
        margin-bottom: 1.25rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 1.25rem;
      }
      dt {
        color: var(--muted);
      }
    `,
  ];
  rules!: LotRules;

  override render() {
    const { rules } = this;
    const { softClose } = rules;
    return html`
      ${rules.description ? html`<p class="description">${rules.description}</p>` : nothing}
      <dl class="small">
        <dt>Starting price</dt>
        <dd>${money(rules.startingPrice, rules.currency)}</dd>
        <dt>Steps</dt>
        <dd>${this.#steps()}</dd>
        <dt>Late bids</dt>
        <dd>
          ${softClose
            ? `A bid in the last ${durationInWords(softClose.window)} extends the lot to at least ${durationInWords(softClose.extension)} after it.`
            : 'The lot closes on time: there is no extension.'}
        </dd>
      </dl>
    `;
  }

  #steps(): string {
    const { increments, currency } = this.rules;
    if (increments.length === 1) return money(increments[0]![1], currency);
    return `from ${money(increments[0]![1], currency)} to ${money(increments.at(-1)![1], currency)}, growing with the price`;
  }
}

/** `PT1M30S` as `1 minute 30 seconds`; what is not hours, minutes and seconds stays as it is. */
function durationInWords(iso: string): string {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(iso);
  if (!parts) return iso;
  return ['hour', 'minute', 'second']
    .map((unit, at) => ({ unit, count: Number(parts[at + 1] ?? 0) }))
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}

customElements.define('lot-details', LotDetails);
