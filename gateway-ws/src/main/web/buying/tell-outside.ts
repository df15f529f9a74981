import { LitElement, css, html } from 'lit';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { outside, tellOutside, type Outside } from '../notes/outside';
import { buyingWords } from '../words/buying';

/** Lets one be told by the device, too. The browser is only asked when this is pressed. */
class TellOutside extends LitElement {
  static override properties = { state: { state: true } };
  static override styles = [
    look,
    buttons,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: var(--space-2);
      }
      button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent-soft);
        color: var(--accent);
      }
    `,
  ];
  state: Outside = outside();

  override render() {
    const text = buyingWords().tell;
    if (this.state === 'impossible') return html``;
    if (this.state === 'denied') return html`<p class="small muted" role="status" data-testid="tell-outside-denied">${text.denied}</p>`;
    const on = this.state === 'on';
    return html`
      <button data-testid="tell-outside" aria-pressed=${on} @click=${async () => (this.state = await tellOutside(!on))}>${text.ask}</button>
      <p class="small muted">${text.explain}</p>
    `;
  }
}

customElements.define('tell-outside', TellOutside);
