import type { Api } from './api';
import { Listeners } from './listeners';

/** Where a session and what belongs to it are kept, for example `sessionStorage`. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Gets a token, and a new one each time it is asked. */
export type TokenSource = () => string | Promise<string>;

/** An account that is signed in. */
export interface SignedIn {
  readonly account: string;
  /** Some of `BIDDER`, `SELLER`, `OPERATOR`. */
  readonly roles: readonly string[];
  readonly token: string;
}

const KEY = 'gavel.session';

/** Who this client is: somebody with a token, or a spectator. */
export class Session {
  /** Somebody else, or nobody: told when the account is known, or given up. */
  readonly changes = new Listeners<SignedIn | undefined>();
  /** Another token: of the same account (`renewed`), or of whoever it says. */
  readonly tokens = new Listeners<'renewed' | 'replaced'>();

  readonly #api: Api;
  readonly #store: Store | undefined;
  #who: SignedIn | undefined;
  #token: string | undefined;
  #source: TokenSource | undefined;

  /** @internal */
  constructor(api: Api, store: Store | undefined) {
    this.#api = api;
    this.#store = store;
    const kept = store?.getItem(KEY);
    this.#who = kept ? (JSON.parse(kept) as SignedIn) : undefined;
    this.#token = this.#who?.token;
  }

  /** Undefined for a spectator, and while the gateway has not said yet whose token it is. */
  get who(): SignedIn | undefined {
    return this.#who;
  }

  /** What is said to the gateway; undefined for a spectator. */
  get token(): string | undefined {
    return this.#token;
  }

  /** Whether tokens can be renewed without anybody being asked. */
  get canRenew(): boolean {
    return this.#source !== undefined;
  }

  /** Whether somebody with this role is signed in. */
  may(role: string): boolean {
    return this.#who?.roles.includes(role) ?? false;
  }

  /** Signs in at the demo issuer, as whoever one likes to be; rejects with a {@link Problem}. The token is renewed before it expires. */
  async signIn(user: string, roles: readonly string[]): Promise<void> {
    const source = async () => (await this.#api.demoToken(user, roles)).token;
    const { account, roles: given, token } = await this.#api.demoToken(user, roles);
    this.#become(token, source, { account, roles: given, token });
  }

  /** Signs in with a token of any issuer the gateway trusts, or with what gets one: it is asked again before the token expires. */
  async use(token: string | TokenSource): Promise<void> {
    const source = typeof token === 'string' ? undefined : token;
    this.#become(typeof token === 'string' ? token : await token(), source, undefined);
  }

  /** Takes another token of the same account, which goes on in place: nothing is interrupted. */
  renew(token: string): void {
    this.#token = token;
    if (this.#who) this.#know({ ...this.#who, token });
    this.tokens.tell('renewed');
  }

  /** @internal From now on other tokens are had from there; undefined: from nowhere, and what there is lasts as long as it does. */
  renewFrom(source: TokenSource | undefined): void {
    this.#source = source;
  }

  /** @internal Gets another token, where {@link Session.canRenew}; rejects as its source does. */
  async renewFromSource(): Promise<void> {
    const source = this.#source;
    const token = await source?.();
    if (token !== undefined && source === this.#source) this.renew(token);
  }

  /** Goes on as a spectator. */
  signOut(): void {
    this.#become(undefined, undefined, undefined);
  }

  /** @internal The gateway has said whose the token is. */
  confirm(account: string, roles: readonly string[]): void {
    const before = this.#who;
    if (this.#token === undefined || (before?.account === account && before.roles.join() === roles.join())) return;
    this.#know({ account, roles, token: this.#token });
    this.changes.tell(this.#who);
  }

  #become(token: string | undefined, source: TokenSource | undefined, who: SignedIn | undefined): void {
    const before = this.#who;
    this.#token = token;
    this.#source = source;
    this.#know(who);
    if (before || who) this.changes.tell(who);
    this.tokens.tell('replaced');
  }

  #know(who: SignedIn | undefined): void {
    this.#who = who;
    if (who) this.#store?.setItem(KEY, JSON.stringify(who));
    else this.#store?.removeItem(KEY);
  }
}
