import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { problemOf } from '../words/problem';
import { sellingWords } from '../words/selling';
import { download, open } from './documents';
import type { SellersSale } from './seller-calls';

/** The statements of one sale, to open and to keep. */
class SalePapers extends LitElement {
  static override properties = { client: { attribute: false }, sale: { attribute: false }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      .papers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
      }
      button.plain {
        padding-inline: 0.25rem;
      }
      .error {
        color: var(--alert);
      }
    `,
  ];
  client!: GavelClient;
  sale!: SellersSale;
  problem: string | undefined;

  override render() {
    const text = sellingWords().board;
    const { lot, documents = [] } = this.sale;
    const { client } = this;
    return html`
      ${documents.map(
        ({ name }) => html`<div class="papers">
          <button class="plain small" data-testid="open-statement" @click=${() => this.#fetch(() => open(client, lot, name))}>${text.open(name)}</button>
          ${(['pdf', 'html'] as const).map(
            (type) => html`<button class="plain small" data-testid="statement-${type}" @click=${() => this.#fetch(() => download(client, lot, name, type))}>
              ${text.download(name, type.toUpperCase())}
            </button>`,
          )}
        </div>`,
      )}
      ${this.problem ? html`<p class="error small" role="alert">${text.documentFailed(this.problem)}</p>` : nothing}
    `;
  }

  async #fetch(fetched: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    this.problem = await problemOf(fetched);
  }
}

customElements.define('sale-papers', SalePapers);
