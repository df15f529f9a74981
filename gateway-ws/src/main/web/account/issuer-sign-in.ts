import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { buttons } from '../look/buttons';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { words } from '../words/words';
import { takeAnswer } from './returned';
import type { SignInFailure } from './sign-in-failure';
import type { AtIssuer } from './sign-in-way';
import { SignedInEvent } from './signed-in-event';

/** Goes to the issuer's page to sign in, or takes what it answered; and says what went wrong. Tells `signed-in`. */
class IssuerSignIn extends LitElement {
  static override properties = { client: { attribute: false }, way: { attribute: false }, place: {}, doing: { state: true }, problem: { state: true } };
  static override styles = [
    look,
    buttons,
    notices,
    css`
      .card {
        display: grid;
        gap: var(--space-4);
        max-width: 32rem;
        margin: var(--space-4) auto 0;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3) var(--space-5);
      }
    `,
  ];
  client!: GavelClient;
  way!: AtIssuer;
  place = '#/';
  doing: 'leaving' | 'coming-back' = 'leaving';
  problem: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const answer = takeAnswer();
    this.doing = answer ? 'coming-back' : 'leaving';
    void this.#do(answer);
  }

  override render() {
    const text = words().signIn;
    const host = new URL(this.way.issuer).host;
    return html`<div class="card">
      <h1>${text.title}</h1>
      <div role="status">${this.problem ? '' : html`<p data-testid="signing-in">${this.doing === 'leaving' ? text.leaving(host) : text.comingBack}</p>`}</div>
      <div role="alert">${this.problem ? notice('bad', html`<span data-testid="sign-in-problem">${this.problem}</span>`) : ''}</div>
      ${this.problem
        ? html`<div class="ways">
            <button class="primary" data-testid="sign-in-again" @click=${() => this.#again()}>${text.signInAgain}</button>
            <a href=${this.place}>${text.goOn}</a>
          </div>`
        : ''}
    </div>`;
  }

  #again(): void {
    this.doing = 'leaving';
    void this.#do(undefined);
  }

  async #do(answer: URLSearchParams | undefined): Promise<void> {
    this.problem = undefined;
    try {
      const oidc = await import('./oidc');
      if (!answer) return await oidc.begin(this.way, this.place);
      const place = (this.place = oidc.placeBefore() ?? this.place);
      await oidc.complete(this.client, this.way, answer);
      await this.client.ready();
      if (this.client.session.who) this.dispatchEvent(new SignedInEvent(place));
      else this.problem = words().signIn.notHere;
    } catch (failed) {
      this.problem = inWords(failed, new URL(this.way.issuer).host);
    }
  }
}

function inWords(failed: unknown, host: string): string {
  const text = words().signIn.failed;
  const { why, message } = failed as SignInFailure;
  if (why === undefined) return text.refused(message);
  return text[why](why === 'away' ? host : message);
}

customElements.define('issuer-sign-in', IssuerSignIn);
