import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { look } from '../look/look';

/** Signs in as a demo user: any name, with the roles one likes. Tells `signed-in`. */
class SignIn extends LitElement {
  static override properties = { client: { attribute: false }, problem: { state: true }, busy: { state: true } };
  static override styles = [
    look,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: 1rem;
        max-width: 26rem;
        margin: 1rem auto 0;
      }
    `,
  ];
  client!: GavelClient;
  problem: string | undefined;
  busy = false;

  override render() {
    return html`
      <form class="card" @submit=${this.#submit}>
        <h1>Sign in</h1>
        <p class="muted">This is a demo: choose any name, no password. Each window can be somebody else.</p>
        ${field({
          id: 'sign-in-name',
          label: 'Name',
          error: this.problem,
          control: html`<input
            id="sign-in-name"
            name="user"
            data-testid="sign-in-name"
            required
            maxlength="50"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="sign-in-name-error"
          />`,
        })}
        <fieldset>
          <legend>I want to</legend>
          <label class="choice"><input type="checkbox" name="role" value="BIDDER" data-testid="role-bidder" checked />bid on lots</label>
          <label class="choice"><input type="checkbox" name="role" value="SELLER" data-testid="role-seller" />list lots of my own</label>
        </fieldset>
        <button class="primary" data-testid="sign-in" ?disabled=${this.busy}>${this.busy ? 'Signing in…' : 'Sign in'}</button>
      </form>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    const form = new FormData(submitted.target as HTMLFormElement);
    this.busy = true;
    this.problem = undefined;
    try {
      await this.client.session.signIn(String(form.get('user')).trim(), form.getAll('role').map(String));
      this.dispatchEvent(new Event('signed-in'));
    } catch (failed) {
      this.problem = inWords(failed);
    } finally {
      this.busy = false;
    }
  }
}

function inWords(failed: unknown): string {
  if (!(failed instanceof Problem)) throw failed;
  if (failed.status === 404) return 'This server is not in demo mode: there is no sign-in without a password.';
  return failed.errors[0]?.message ?? failed.message;
}

customElements.define('sign-in', SignIn);
