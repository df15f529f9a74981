import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { emptyState, notices } from '../look/notices';
import { skeletons } from '../look/skeletons';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';
import './demo-people';
import './issuer-sign-in';
import { wayToSignIn, type SignInWay } from './sign-in-way';

/** Signing in, in the way that is right at this gateway. Tells `signed-in`. */
class SignIn extends LitElement {
  static override properties = { client: { attribute: false }, place: {}, way: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    skeletons,
    css`
      .skeleton {
        height: 20rem;
      }
    `,
  ];
  client!: GavelClient;
  /** Where to go back to. */
  place = '#/';
  way: SignInWay | undefined;
  problem: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  override render() {
    const text = words().signIn;
    if (this.problem) return emptyState(text.askFailed(this.problem), html`<button @click=${() => this.#ask()}>${text.again}</button>`, 'sign-in-failed');
    switch (this.way?.mode) {
      case undefined:
        return html`<div class="skeleton" role="status" aria-label=${text.finding}></div>`;
      case 'demo':
        return html`<demo-people .client=${this.client}></demo-people>`;
      case 'oidc':
        return html`<issuer-sign-in .client=${this.client} .way=${this.way} .place=${this.place}></issuer-sign-in>`;
      case 'none':
        return emptyState(text.nowhere, html`<p>${text.nowhereWhy}</p><a href=${this.place}>${text.goBack}</a>`, 'sign-in-nowhere');
    }
  }

  async #ask(): Promise<void> {
    this.problem = undefined;
    try {
      this.way = await wayToSignIn(this.client);
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      this.problem = problemInWords(failed);
    }
  }
}

customElements.define('sign-in', SignIn);
