import { LitElement, css, html } from 'lit';
import type { ServerClock } from '../client/server-clock';
import { look } from '../look/look';
import { sellingWords } from '../words/selling';
import { draft } from './draft';
import type { Filled } from './filled';
import { meaning } from './meaning';

/** What the rules filled in so far mean, in plain words with examples; it is reckoned anew with every change. */
class RulesMeaning extends LitElement {
  static override properties = { clock: { attribute: false }, filled: { attribute: false } };
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      h3 {
        font-size: var(--text-m);
      }
      ul {
        padding-left: 1.1em;
      }
    `,
  ];
  clock!: ServerClock;
  filled: Filled = {};

  override render() {
    const text = sellingWords().meaning;
    const now = this.clock.now();
    const drafted = draft({ ...this.filled, title: '-' }, now);
    return html`
      <h2>${text.title}</h2>
      <p class="small muted">${'listing' in drafted ? text.lead : text.unfinished}</p>
      ${'listing' in drafted
        ? meaning(drafted.listing, now).map(
            ({ title, lines }) => html`<div data-testid="meaning">
              <h3>${title}</h3>
              <ul class="small">
                ${lines.map((line) => html`<li>${line}</li>`)}
              </ul>
            </div>`,
          )
        : ''}
    `;
  }
}

customElements.define('rules-meaning', RulesMeaning);
