import { LitElement, css, html, nothing } from 'lit';
import type { LotRules } from '../client/protocol';
import { look } from '../look/look';
import { money } from '../money';
import { dateTime, durationInWords } from '../times';

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
    return html`
      ${rules.description ? html`<p class="description">${rules.description}</p>` : nothing}
      <dl class="small" data-testid="rules">
        <dt>Auction</dt>
        <dd>${this.#format()}</dd>
        <dt>Starting price</dt>
        <dd>${this.#money(rules.startingPrice)}</dd>
        ${rules.opensAt ? this.#row('Opens', dateTime(rules.opensAt)) : nothing} ${this.#row('Estimate', rules.estimate == null ? undefined : this.#money(rules.estimate))}
        ${this.#row('Buy now', this.#buyNow())} ${this.#row('Steps', this.#steps())} ${this.#row('Late bids', this.#lateBids())}
        ${this.#row('Early bids', rules.absenteeBids ? 'Taken before the lot opens, and placed when it does.' : undefined)}
        ${this.#row(
          'Taking back',
          rules.retraction ? 'Bids may be taken back: all of them until 12 hours before the end, then the last one within an hour.' : undefined,
        )}
      </dl>
    `;
  }

  #row(name: string, text: string | undefined) {
    return text === undefined ? nothing : html`<dt>${name}</dt><dd>${text}</dd>`;
  }

  #format(): string {
    const { format, step = 0, tick = '', floor = 0 } = this.rules;
    switch (format) {
      case 'english':
        return 'Rising: bids are maxima, the highest wins at the price it took.';
      case 'sealed-first-price':
        return 'Sealed bids: nobody sees them before the close. The highest wins and pays what it bid.';
      case 'vickrey':
        return 'Sealed bids: nobody sees them before the close. The highest wins and pays the second highest.';
      case 'dutch':
        return `Falling: ${this.#money(step)} less every ${durationInWords(tick)}, down to ${this.#money(floor)}. The first to accept wins.`;
    }
  }

  #buyNow(): string | undefined {
    const { buyNow } = this.rules;
    if (!buyNow) return undefined;
    const until = {
      'until-first-bid': 'until the first bid',
      'until-reserve-met': 'until the reserve is met',
      'until-price-reaches': `until the price reaches ${this.#money(buyNow.reaches ?? buyNow.price)}`,
    };
    return `${this.#money(buyNow.price)}, ${until[buyNow.policy]}`;
  }

  #steps(): string | undefined {
    const { increments = [] } = this.rules;
    const [first, last] = [increments[0], increments.at(-1)];
    if (!first || !last) return undefined;
    if (increments.length === 1) return this.#money(first[1]);
    return `from ${this.#money(first[1])} to ${this.#money(last[1])}, growing with the price`;
  }

  #lateBids(): string | undefined {
    const { format, softClose } = this.rules;
    if (format !== 'english') return undefined;
    return softClose
      ? `A bid in the last ${durationInWords(softClose.window)} extends the lot to at least ${durationInWords(softClose.extension)} after it.`
      : 'The lot closes on time: there is no extension.';
  }

  #money(minor: number): string {
    return money(minor, this.rules.currency);
  }
}

customElements.define('lot-details', LotDetails);
