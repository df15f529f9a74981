import * as oauth from '../vendor/oauth4webapi/index.js';
import { failureOf } from './sign-in-failure';
import type { AtIssuer } from './sign-in-way';

const ANSWER_WITHIN_MS = 10_000;
/** What is forgiven between the clocks of issuer and gateway. */
const TOLERANCE_S = 30;

/** An issuer as it describes itself, and this page as it knows it. */
export interface Known {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
}

/** For a call to an issuer, 10 s at the most; only where the issuer itself is configured without TLS is it called so. */
export function calling(way: AtIssuer) {
  return { signal: () => AbortSignal.timeout(ANSWER_WITHIN_MS), [oauth.allowInsecureRequests]: new URL(way.issuer).protocol === 'http:' };
}

/**
 * Asks an issuer what it offers; rejects with a {@link SignInFailure}.
 *
 * @param aheadMs how much this device's clock is behind the gateway's: an ID token is judged by the gateway's
 */
export async function discover(way: AtIssuer, aheadMs = 0): Promise<Known> {
  const issuer = new URL(way.issuer);
  const client = { client_id: way.clientId, token_endpoint_auth_method: 'none', [oauth.clockSkew]: Math.round(aheadMs / 1000), [oauth.clockTolerance]: TOLERANCE_S };
  try {
    const answer = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...calling(way) });
    return { server: await oauth.processDiscoveryResponse(issuer, answer), client };
  } catch (failed) {
    throw failureOf(failed);
  }
}
