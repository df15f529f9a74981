import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { skeletons } from '../look/skeletons';
import { words } from '../words/words';
import { fetchArea, type Area, type AreaName } from './areas';
import { nothingHere } from './nothing-here';

/** A page of an area, which is fetched first. */
class AreaPage extends LitElement {
  static override properties = { client: { attribute: false }, area: { attribute: false }, path: { attribute: false }, fetched: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    skeletons,
    css`
      .skeleton {
        height: 24rem;
      }
    `,
  ];
  client!: GavelClient;
  area!: AreaName;
  path: readonly string[] = [];
  fetched: Area | 'failed' | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    fetchArea(this.area).then(
      (area) => (this.fetched = area),
      () => (this.fetched = 'failed'),
    );
  }

  override render() {
    const text = words().shell;
    if (!this.fetched) return html`<div class="skeleton" role="status" aria-label=${text.fetching}></div>`;
    if (this.fetched !== 'failed') return this.fetched.page(this.client, this.path) ?? nothingHere();
    // A browser may remember that a module failed, so only a new page is sure to ask again.
    return emptyState(text.fetchFailed, html`<button @click=${() => location.reload()}>${text.reload}</button>`, 'fetch-failed');
  }
}

customElements.define('area-page', AreaPage);
