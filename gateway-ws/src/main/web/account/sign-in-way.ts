import type { GavelClient } from '../client/gavel-client';

/** How people sign in at a gateway. */
export type SignInWay =
  | { readonly mode: 'demo' }
  | { readonly mode: 'oidc'; readonly issuer: string; readonly clientId: string; readonly scopes: readonly string[] }
  | { readonly mode: 'none' };

export type AtIssuer = Extract<SignInWay, { mode: 'oidc' }>;

/** Asks the gateway; rejects with a {@link Problem}. */
export async function wayToSignIn(client: GavelClient): Promise<SignInWay> {
  return (await (await client.call('/api/v1/sign-in', { token: undefined })).json()) as SignInWay;
}
