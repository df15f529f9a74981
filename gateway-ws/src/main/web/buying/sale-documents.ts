import { LitElement, css, html, nothing } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { save } from '../look/save';
import { documentOf, type IssuedDocument } from '../sale';
import { dateTime } from '../times';
import { buyingWords } from '../words/buying';
import { problemInWords } from '../words/problem';

/** The documents of a sale as files: they need the session's token, so they have no address one could open. */
class SaleDocuments extends LitElement {
  static override properties = { client: { attribute: false }, lot: {}, documents: { attribute: false }, fetching: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      ul {
        list-style: none;
        margin-top: var(--space-3);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .problem {
        color: var(--alert);
      }
    `,
  ];
  client!: GavelClient;
  lot!: string;
  documents: readonly IssuedDocument[] = [];
  fetching: string | undefined;
  problem: string | undefined;

  override render() {
    const text = buyingWords();
    if (this.documents.length === 0) return nothing;
    return html`<section aria-labelledby="documents">
      <h2 id="documents">${text.documents}</h2>
      <ul data-testid="documents">
        ${this.documents.map(
          ({ name, kind, at }) => html`<li>
            <span><strong>${text.kinds[kind]} ${name}</strong> <span class="small muted">${text.issued(dateTime(at))}</span></span>
            <span class="ways">${this.#way(name, 'pdf', text.asPdf)} ${this.#way(name, 'html', text.asPage)}</span>
          </li>`,
        )}
      </ul>
      <p class="small problem" role="alert">${this.problem ?? nothing}</p>
    </section>`;
  }

  #way(name: string, as: 'pdf' | 'html', label: string) {
    return html`<button data-testid="document-${as}" data-name=${name} ?disabled=${this.fetching === name + as} @click=${() => this.#save(name, as)}>${label}</button>`;
  }

  async #save(name: string, as: 'pdf' | 'html'): Promise<void> {
    this.fetching = name + as;
    this.problem = undefined;
    try {
      save(await documentOf(this.client, this.lot, name, as), `${name}.${as}`);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = buyingWords().documentFailed(problemInWords(failed));
    } finally {
      this.fetching = undefined;
    }
  }
}

customElements.define('sale-documents', SaleDocuments);
