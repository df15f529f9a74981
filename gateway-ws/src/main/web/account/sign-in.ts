import { LitElement, css, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { look } from '../look/look';
import { words } from '../words/words';

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
    const text = words().signIn;
    return html`
      <form class="card" @submit=${this.#submit}>
        <h1>${text.title}</h1>
        <p class="muted">${text.demo}</p>
        ${field({
          id: 'sign-in-name',
          label: text.name,
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
          <legend>${text.want}</legend>
          <label class="choice"><input type="checkbox" name="role" value="BIDDER" data-testid="role-bidder" checked />${text.bid}</label>
          <label class="choice"><input type="checkbox" name="role" value="SELLER" data-testid="role-seller" />${text.sell}</label>
        </fieldset>
        <button class="primary" data-testid="sign-in" ?disabled=${this.busy}>${this.busy ? text.busy : text.button}</button>
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
  if (failed.status === 404) return words().signIn.noDemo;
  return failed.errors[0]?.message ?? failed.message;
}

customElements.define('sign-in', SignIn);
