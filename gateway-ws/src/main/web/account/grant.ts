import type { GavelClient } from '../client/gavel-client';
import type { AtIssuer } from './sign-in-way';

/** What an issuer has given besides the token that the session keeps. */
export interface Grant {
  readonly way: AtIssuer;
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
}

const KEY = 'gavel.grant';

/** Kept like the session, for this window only. */
export function keptGrant(): Grant | undefined {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Grant) : undefined;
}

export function keepGrant(grant: Grant | undefined): void {
  if (grant) sessionStorage.setItem(KEY, JSON.stringify(grant));
  else sessionStorage.removeItem(KEY);
}

/** Lets a session that outlived its page be renewed as before; with a session that ends, what belongs to it goes. */
export function renewAsBefore(client: GavelClient): void {
  client.sessionsLost.on(() => keepGrant(undefined));
  if (keptGrant()?.refreshToken) client.session.renewFrom(renewing(client));
}

/** Gets tokens from the issuer without anybody being asked. */
export function renewing(client: GavelClient): () => Promise<string> {
  return async () => (await import('./oidc')).renewed(client);
}

/** Signs out here, and at the issuer where it offers that; the page is left for it then. */
export async function signOut(client: GavelClient): Promise<void> {
  const grant = keptGrant();
  keepGrant(undefined);
  client.session.signOut();
  if (grant) await (await import('./oidc')).leave(grant);
}
