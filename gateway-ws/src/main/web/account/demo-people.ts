import { LitElement, html } from 'lit';
import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import { buttons } from '../look/buttons';
import { field, fields } from '../look/fields';
import { look } from '../look/look';
import { notice, notices } from '../look/notices';
import { problemInWords } from '../words/problem';
import { words } from '../words/words';
import { demoPeopleLook } from './demo-people-look';
import { face } from './face';
import { PEOPLE, type Person } from './people';
import { SignedInEvent } from './signed-in-event';

const ROLES = ['BIDDER', 'SELLER', 'OPERATOR'] as const;

/** Signs in as somebody of the demo, or in any name with the roles one likes. Tells `signed-in`. */
class DemoPeople extends LitElement {
  static override properties = { client: { attribute: false }, failed: { state: true }, nameProblem: { state: true }, rolesProblem: { state: true }, busy: { state: true } };
  static override styles = [look, buttons, fields, notices, demoPeopleLook];
  client!: GavelClient;
  /** Why it did not work with one of the people. */
  failed: string | undefined;
  nameProblem: string | undefined;
  rolesProblem: string | undefined;
  busy = false;

  override render() {
    const text = words().signIn;
    return html`
      <div class="head">
        <h1>${text.title}</h1>
        <p class="muted">${text.demo}</p>
        <div role="alert">${this.failed ? notice('bad', this.failed) : ''}</div>
      </div>
      <ul aria-label=${text.people}>
        ${PEOPLE.map((person) => html`<li>${this.#person(person)}</li>`)}
      </ul>
      ${this.#somebodyElse()}
    `;
  }

  #person(person: Person) {
    const { roles, about } = words().signIn;
    return html`<button class="person" data-testid="person-${person.account}" ?disabled=${this.busy} @click=${() => this.#be(person)}>
      ${face(person.look)}
      <span class="told">
        <span class="name">${person.name}</span>
        <span class="small muted">${person.roles.map((role) => roles[role]).join(', ')}</span>
        <span class="small muted about">${about[person.account as keyof typeof about]}</span>
      </span>
    </button>`;
  }

  #somebodyElse() {
    const text = words().signIn;
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        <h2>${text.somebodyElse}</h2>
        ${field({
          id: 'sign-in-name',
          label: text.name,
          error: this.nameProblem,
          control: html`<input
            id="sign-in-name"
            name="user"
            data-testid="sign-in-name"
            maxlength="50"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            aria-invalid=${this.nameProblem ? 'true' : 'false'}
            aria-describedby="sign-in-name-error"
          />`,
        })}
        <fieldset aria-describedby="sign-in-roles-error">
          <legend>${text.want}</legend>
          ${ROLES.map(
            (role) =>
              html`<label class="choice"
                ><input type="checkbox" name="role" value=${role} data-testid="role-${role.toLowerCase()}" .checked=${role === 'BIDDER'} />${text.wants[role]}</label
              >`,
          )}
          <p class="error small" id="sign-in-roles-error" role="alert" data-testid="sign-in-roles-error">${this.rolesProblem ?? ''}</p>
        </fieldset>
        <button class="primary" data-testid="sign-in" ?disabled=${this.busy}>${this.busy ? text.busy : text.button}</button>
      </form>
    `;
  }

  async #be({ account, roles }: Person): Promise<void> {
    this.failed = await this.#signIn(account, roles);
  }

  async #submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    const form = new FormData(submitted.target as HTMLFormElement);
    const [name, roles] = [String(form.get('user')).trim(), form.getAll('role').map(String)];
    const text = words().signIn;
    this.nameProblem = name ? undefined : text.noName;
    this.rolesProblem = roles.length > 0 ? undefined : text.noRole;
    if (name && roles.length > 0) this.nameProblem = await this.#signIn(name, roles);
  }

  /** Answers with what went wrong. */
  async #signIn(account: string, roles: readonly string[]): Promise<string | undefined> {
    this.busy = true;
    try {
      await this.client.session.signIn(account, roles);
      this.dispatchEvent(new SignedInEvent());
      return undefined;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      return failed.errors[0]?.message ?? problemInWords(failed);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('demo-people', DemoPeople);
