import type { GavelClient } from '../client/gavel-client';
import * as oauth from '../vendor/oauth4webapi/index.js';
import { keepGrant, keptGrant, renewing, type Grant } from './grant';
import { calling, discover } from './issuer';
import { SignInFailure, failureOf } from './sign-in-failure';
import type { AtIssuer } from './sign-in-way';

/** What must be known when the issuer sends somebody back, kept for this window until then. */
interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where he was. */
  readonly place: string;
}

const KEY = 'gavel.signing-in';

/** Leaves for the issuer's own page, without a place in the history; rejects with a {@link SignInFailure}. */
export async function begin(way: AtIssuer, place: string): Promise<void> {
  if (!isSecureContext) throw new SignInFailure('insecure');
  const { server } = await discover(way);
  if (!server.authorization_endpoint) throw new SignInFailure('refused', 'authorization_endpoint: missing');
  const begun: Begun = { state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier(), place };
  sessionStorage.setItem(KEY, JSON.stringify(begun));
  const there = new URL(server.authorization_endpoint);
  const asked = {
    client_id: way.clientId,
    redirect_uri: home(),
    response_type: 'code',
    scope: way.scopes.join(' '),
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    state: begun.state,
    nonce: begun.nonce,
  };
  for (const [name, value] of Object.entries(asked)) there.searchParams.set(name, value);
  location.replace(there);
}

/** Where somebody was who has come back from the issuer; undefined if that is not known here. */
export function placeBefore(): string | undefined {
  return begun()?.place;
}

/** Makes a session of the issuer's answer; rejects with a {@link SignInFailure}. An answer that was not asked for in this window is refused. */
export async function complete(client: GavelClient, way: AtIssuer, answer: URLSearchParams): Promise<void> {
  const asked = begun();
  sessionStorage.removeItem(KEY);
  if (!asked || asked.state !== answer.get('state')) throw new SignInFailure('lost');
  // Without the gateway's time this device's own has to do.
  await client.synced().catch(() => {});
  const known = await discover(way, client.clock.offsetMs);
  try {
    const code = oauth.validateAuthResponse(known.server, known.client, answer, asked.state);
    const response = await oauth.authorizationCodeGrantRequest(known.server, known.client, oauth.None(), code, home(), asked.verifier, calling(way));
    const given = await oauth.processAuthorizationCodeResponse(known.server, known.client, response, { expectedNonce: asked.nonce, requireIdToken: true });
    await client.session.use(given.access_token);
    keepGrant({ way, refreshToken: given.refresh_token, idToken: given.id_token });
    if (given.refresh_token) client.session.renewFrom(renewing(client));
  } catch (failed) {
    throw failureOf(failed);
  }
}

/** A new token; rejects with a {@link SignInFailure}. What comes after signing out is not kept. Where the issuer gives no more, the session is told so and ends with its token. */
export async function renewed(client: GavelClient): Promise<string> {
  const grant = keptGrant();
  try {
    if (!grant?.refreshToken) throw new SignInFailure('refused', 'there is no refresh token');
    const known = await discover(grant.way, client.clock.offsetMs);
    const response = await oauth.refreshTokenGrantRequest(known.server, known.client, oauth.None(), grant.refreshToken, calling(grant.way));
    const given = await oauth.processRefreshTokenResponse(known.server, known.client, response);
    if (!isKept(grant)) throw new SignInFailure('lost');
    keepGrant({ ...grant, refreshToken: given.refresh_token ?? grant.refreshToken, idToken: given.id_token ?? grant.idToken });
    return given.access_token;
  } catch (failed) {
    const failure = failureOf(failed);
    if (failure.why !== 'away' && isKept(grant)) client.session.renewFrom(undefined);
    throw failure;
  }
}

/** Whether nobody has signed out, or in as somebody else, since. */
function isKept(grant: Grant | undefined): boolean {
  return keptGrant()?.refreshToken === grant?.refreshToken;
}

/** Goes to where the issuer is signed out of, if it has such a place; that it does not answer is no reason to stay signed in here. */
export async function leave({ way, idToken }: Grant): Promise<void> {
  const { server } = await discover(way).catch(() => ({ server: undefined }));
  if (!server?.end_session_endpoint) return;
  const there = new URL(server.end_session_endpoint);
  if (idToken) there.searchParams.set('id_token_hint', idToken);
  there.searchParams.set('client_id', way.clientId);
  there.searchParams.set('post_logout_redirect_uri', home());
  location.assign(there);
}

function begun(): Begun | undefined {
  const kept = sessionStorage.getItem(KEY);
  return kept ? (JSON.parse(kept) as Begun) : undefined;
}

/** The address that the issuer knows as this page's. */
function home(): string {
  return `${location.origin}/`;
}
