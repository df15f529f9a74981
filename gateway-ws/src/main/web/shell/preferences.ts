import { LitElement, css, html } from 'lit';
import { fields } from '../look/fields';
import { look } from '../look/look';
import { THEMES, chooseTheme, theme, type Theme } from '../look/theme';
import { LANGUAGES, chooseLanguage, language, type Language } from '../words/language';
import { words } from '../words/words';

/** Language and appearance, remembered on this device. Tells `language-chosen`. */
class PagePreferences extends LitElement {
  static override styles = [
    look,
    fields,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-5);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-weight: 400;
        color: var(--muted);
      }
      select {
        width: auto;
      }
    `,
  ];

  override render() {
    const text = words().shell;
    return html`
      <label
        >${text.language}
        <select data-testid="language" @change=${this.#language}>
          ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} .selected=${code === language()}>${name}</option>`)}
        </select></label
      >
      <label
        >${text.theme}
        <select data-testid="theme" @change=${(change: Event) => chooseTheme((change.target as HTMLSelectElement).value as Theme)}>
          ${THEMES.map((each) => html`<option value=${each} .selected=${each === theme()}>${text.themes[each]}</option>`)}
        </select></label
      >
    `;
  }

  #language(change: Event): void {
    chooseLanguage((change.target as HTMLSelectElement).value as Language);
    this.dispatchEvent(new Event('language-chosen'));
    this.requestUpdate();
  }
}

customElements.define('page-preferences', PagePreferences);
