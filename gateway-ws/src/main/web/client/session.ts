import { demoToken } from './api';
import { Listeners } from './listeners';

const KEY = 'gavel.session';

export interface SignedIn {
  readonly account: string;
  readonly roles: readonly string[];
  readonly token: string;
}

/** Who this window is. Kept for the window only, so that two windows can be two people. */
export class Session {
  readonly changes = new Listeners<SignedIn | undefined>();
  #who = stored();

  get who(): SignedIn | undefined {
    return this.#who;
  }

  may(role: string): boolean {
    return this.#who?.roles.includes(role) ?? false;
  }

  async signIn(user: string, roles: readonly string[]): Promise<void> {
    this.#become(await demoToken(user, roles));
  }

  signOut(): void {
    this.#become(undefined);
  }

  #become(who: SignedIn | undefined): void {
    this.#who = who;
    if (who) sessionStorage.setItem(KEY, JSON.stringify(who));
    else sessionStorage.removeItem(KEY);
    this.changes.tell(who);
  }
}

function stored(): SignedIn | undefined {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as SignedIn) : undefined;
}
