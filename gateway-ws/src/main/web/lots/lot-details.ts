import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import type { LotEvent, LotRules } from '../client/protocol';
import '../costs/premium-terms';
import { look } from '../look/look';
import { money } from '../money';
import { dateTime, durationInWords } from '../times';
import { bidderWords } from '../words/bidder';
import { words } from '../words/words';
import { isDutch, isSealed } from './formats';

/** What is sold, and by which rules, in plain words. */
class LotDetails extends LitElement {
  static override properties = { client: { attribute: false }, rules: { attribute: false }, event: { attribute: false } };
  static override styles = [
    look,
    css`
      .description {
        white-space: pre-line;
        overflow-wrap: anywhere;
        max-width: 38rem;
        margin-bottom: var(--space-5);
        font-size: 1.0625rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        margin-top: var(--space-2);
      }
      dt,
      dd {
        padding: 0.45rem 0;
        border-top: 1px solid var(--line);
      }
      dt {
        padding-right: var(--space-5);
        color: var(--muted);
      }
      details {
        margin-top: 0.2rem;
      }
      summary {
        cursor: pointer;
      }
    `,
  ];
  client!: GavelClient;
  rules!: LotRules;
  event!: LotEvent;

  override render() {
    const { rules, event } = this;
    const text = words().lot;
    const names = text.rules;
    return html`
      ${rules.description ? html`<p class="description">${rules.description}</p>` : nothing}
      <h2>${text.rulesTitle}</h2>
      <dl class="small" data-testid="rules">
        ${this.#row(names.auction, this.#format())} ${this.#row(names.startingPrice, this.#money(rules.startingPrice))} ${this.#row(names.reserve, this.#reserve())}
        ${this.#row(
          bidderWords().premium.title,
          html`<premium-terms .client=${this.client} .currency=${rules.currency}></premium-terms>`,
        )}
        ${this.#row(names.opens, rules.opensAt ? dateTime(rules.opensAt) : undefined)}
        ${this.#row(names.closes, event.status === 'closed' ? undefined : dateTime(event.closesAt))}
        ${this.#row(names.estimate, rules.estimate == null ? undefined : this.#money(rules.estimate))} ${this.#row(names.buyNow, this.#buyNow())}
        ${this.#row(names.steps, this.#steps())} ${this.#row(names.lateBids, this.#lateBids())}
        ${this.#row(names.earlyBids, rules.absenteeBids ? text.earlyBids : undefined)}
        ${this.#row(names.takingBack, rules.retraction ? text.takingBack : undefined)}
      </dl>
    `;
  }

  #row(name: string, content: unknown) {
    return content === undefined ? nothing : html`<dt>${name}</dt><dd>${content}</dd>`;
  }

  #format(): string {
    const { format, step = 0, tick = '', floor = 0 } = this.rules;
    const text = words().lot;
    switch (format) {
      case 'english':
        return text.english;
      case 'sealed-first-price':
        return text.sealedFirst;
      case 'vickrey':
        return text.vickrey;
      case 'dutch':
        return text.dutch(this.#money(step), durationInWords(tick), this.#money(floor));
    }
  }

  #reserve(): string | undefined {
    const { reserve, status } = this.event;
    const text = words().lot.reserveRules;
    if (isDutch(this.rules)) return undefined;
    if (reserve === 'none' || reserve === 'met') return text[reserve];
    if (status === 'closed') return text.missed;
    return isSealed(this.rules) ? text.sealed : text[reserve];
  }

  #buyNow(): string | undefined {
    const { buyNow } = this.rules;
    if (!buyNow) return undefined;
    return `${this.#money(buyNow.price)}, ${words().lot.buyNowUntil(buyNow.policy, this.#money(buyNow.reaches ?? buyNow.price))}`;
  }

  /** One step as it is; a ladder by its ends, with every rung behind them. */
  #steps() {
    const { increments = [] } = this.rules;
    const text = words().lot;
    const [first, last] = [increments[0], increments.at(-1)];
    if (!first || !last) return undefined;
    if (increments.length === 1) return this.#money(first[1]);
    return html`<details>
      <summary>${text.ladderSteps(this.#money(first[1]), this.#money(last[1]))}</summary>
      <ul>
        ${increments.map(([from, step]) => html`<li>${text.ladderFrom(this.#money(from), this.#money(step))}</li>`)}
      </ul>
    </details>`;
  }

  #lateBids(): string | undefined {
    const { format, softClose } = this.rules;
    const text = words().lot;
    if (format !== 'english') return undefined;
    if (!softClose) return text.hardClose;
    const most = softClose.maxExtension ? text.softCloseMost(durationInWords(softClose.maxExtension)) : '';
    return text.softClose(durationInWords(softClose.window), durationInWords(softClose.extension)) + most;
  }

  #money(minor: number): string {
    return money(minor, this.rules.currency);
  }
}

customElements.define('lot-details', LotDetails);
