import { LitElement, css, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LotEvent } from '../client/protocol';
import { look } from '../look/look';
import { dateTime, timeOfDay } from '../times';
import { words } from '../words/words';
import { inWords } from './history';

/** The public log of a lot, newest first. */
class LotHistory extends LitElement {
  static override properties = {
    events: { attribute: false },
    currency: {},
    lot: {},
    ownPaddle: { attribute: false },
    problem: {},
  };
  static override styles = [
    look,
    css`
      ol {
        list-style: none;
        margin: 0.5rem 0;
        font-variant-numeric: tabular-nums;
      }
      li {
        display: flex;
        gap: 1rem;
        padding: 0.45rem 0;
        border-top: 1px solid var(--line);
      }
      li.own {
        font-weight: 600;
        box-shadow: inset 3px 0 var(--accent);
        padding-left: var(--space-3);
      }
      time {
        flex: none;
        min-width: 6rem;
        color: var(--muted);
        font-weight: 400;
      }
    `,
  ];
  events: readonly LotEvent[] = [];
  currency!: string;
  lot!: string;
  ownPaddle: number | undefined;
  problem: string | undefined;

  override render() {
    const text = words().lot;
    const oldest = this.events.at(-1)?.version ?? 1;
    return html`
      <h2 id="history">${text.historyTitle}</h2>
      <ol aria-labelledby="history" data-testid="history">
        ${repeat(
          this.events,
          (event) => event.version,
          (event) => guard([event, this.ownPaddle], () => this.#row(event)),
        )}
      </ol>
      ${this.problem ? html`<p class="small" role="alert">${this.problem}</p>` : nothing}
      <p class="small muted">
        ${oldest > 1 ? text.olderInLog : nothing}
        <a href="/api/v1/lots/${encodeURIComponent(this.lot)}/log?after=0" target="_blank" rel="noopener">${text.wholeLog}</a>${text.forChecking}
      </p>
    `;
  }

  #row(event: LotEvent) {
    const own = this.ownPaddle !== undefined && (event.paddle ?? event.winner) === this.ownPaddle;
    return html`
      <li class=${own ? 'own' : ''} data-type=${event.type} data-version=${event.version}>
        <time datetime=${event.at} title=${dateTime(event.at)}>${timeOfDay(event.at)}</time>
        <span>${inWords(event, this.currency, (paddle) => this.#who(paddle))}</span>
      </li>
    `;
  }

  #who(paddle: number): string {
    return words().lot.who(paddle, paddle === this.ownPaddle);
  }
}

customElements.define('lot-history', LotHistory);
