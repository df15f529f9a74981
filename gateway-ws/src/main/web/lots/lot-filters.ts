import { LitElement, css, html } from 'lit';
import type { LotStatus } from '../client/protocol';
import { buttons } from '../look/buttons';
import { fields } from '../look/fields';
import { look } from '../look/look';
import { tabs, tabsLook } from '../look/tabs';
import { words } from '../words/words';
import { FORMATS, SORTS, queryOf, usualSort, type Wishes } from './wishes';

const TYPED_FOR_MS = 250;
const TABS: ReadonlyArray<readonly [status: 'open' | 'scheduled' | 'closed', link: string]> = [
  ['open', '#/'],
  ['scheduled', '#/upcoming'],
  ['closed', '#/closed'],
];

/** Tells what somebody looks for now. */
export class Wished extends Event {
  constructor(readonly wishes: Wishes) {
    super('wished');
  }
}

/** Which lots are shown: by state, words, format, and in which order. */
class LotFilters extends LitElement {
  static override properties = { status: {}, wishes: { attribute: false } };
  static override styles = [
    look,
    buttons,
    fields,
    tabsLook,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--space-3) var(--space-4);
      }
      .search {
        grid-column: 1 / -1;
      }
      input:not([type='checkbox'], [type='radio']),
      select {
        background: var(--card);
      }
      @media (min-width: 46rem) {
        form {
          grid-template-columns: minmax(0, 1fr) 12rem 12rem;
        }
        .search {
          grid-column: auto;
        }
      }
    `,
  ];
  status: LotStatus = 'open';
  wishes!: Wishes;
  #typed: number | undefined;

  override render() {
    const text = words().list;
    const { q, format, sort = usualSort(this.status) } = this.wishes;
    const sorts = this.status === 'closed' ? { ...text.sorts, ...text.closedSorts } : text.sorts;
    return html`
      ${tabs(
        text.which,
        TABS.map(([status, link]) => [link + queryOf(this.wishes), text.status[status], `tab-${status}`, status === this.status]),
      )}
      <form role="search" @submit=${this.#submit}>
        <div class="field search">
          <label for="q">${text.search}</label>
          <input id="q" type="search" maxlength="200" autocomplete="off" data-testid="search" placeholder=${text.searchHint} .value=${q} @input=${this.#input} />
        </div>
        <div class="field">
          <label for="format">${text.format}</label>
          <select id="format" data-testid="filter-format" @change=${this.#now}>
            <option value="" .selected=${!format}>${text.anyFormat}</option>
            ${FORMATS.map((each) => html`<option value=${each} .selected=${each === format}>${words().lot.formats[each]}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="sort">${text.sort}</label>
          <select id="sort" data-testid="sort" @change=${this.#now}>
            ${SORTS.map((each) => html`<option value=${each} .selected=${each === sort}>${sorts[each]}</option>`)}
          </select>
        </div>
      </form>
    `;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#typed);
  }

  #submit(submitted: SubmitEvent): void {
    submitted.preventDefault();
    this.#now();
  }

  #input(): void {
    window.clearTimeout(this.#typed);
    this.#typed = window.setTimeout(() => this.#now(), TYPED_FOR_MS);
  }

  #now(): void {
    window.clearTimeout(this.#typed);
    const value = (id: string): string => this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? '';
    const format = FORMATS.find((each) => each === value('format'));
    const sort = SORTS.find((each) => each === value('sort') && each !== usualSort(this.status));
    this.dispatchEvent(new Wished({ q: value('q'), format, sort }));
  }
}

customElements.define('lot-filters', LotFilters);
