import { keepGrant, keptGrant } from '../../../main/web/account/grant';
import { renewed } from '../../../main/web/account/oidc';
import type { TokenSource } from '../../../main/web/client/session';
import type { GavelClient } from '../../../main/web/client/gavel-client';
import { holds, same } from '../expect';

const ISSUER = 'https://issuer.example';
const grantOf = (refreshToken: string) => ({ way: { mode: 'oidc', issuer: ISSUER, clientId: 'page', scopes: [] }, refreshToken }) as const;

/** Renews while `meanwhile` happens: between asking the issuer and its answer. Tells what came of it, and whether the session was told to renew no more. */
async function renewWhile(meanwhile: () => void) {
  const asked = globalThis.fetch;
  let ended = false;
  const client = { clock: { offsetMs: 0 }, session: { renewFrom: (source: TokenSource | undefined) => (ended = source === undefined) } };
  globalThis.fetch = (url) => {
    const discovery = String(url instanceof Request ? url.url : url).includes('.well-known');
    if (!discovery) meanwhile();
    const said = discovery ? { issuer: ISSUER, token_endpoint: `${ISSUER}/token` } : { access_token: 'a', token_type: 'bearer', refresh_token: 'second' };
    return Promise.resolve(new Response(JSON.stringify(said), { headers: { 'Content-Type': 'application/json' } }));
  };
  keepGrant(grantOf('first'));
  try {
    const token = await renewed(client as unknown as GavelClient).catch(() => undefined);
    return { token, ended, kept: keptGrant()?.refreshToken };
  } finally {
    globalThis.fetch = asked;
    keepGrant(undefined);
  }
}

Deno.test('a renewed token is given, and what renews it next is kept', async () => {
  same(await renewWhile(() => {}), { token: 'a', ended: false, kept: 'second' });
});

Deno.test('whoever signs out while a token is on its way leaves nothing behind', async () => {
  const { token, kept } = await renewWhile(() => keepGrant(undefined));
  holds('no token is given', token === undefined);
  holds('none is kept', kept === undefined);
});

Deno.test('whoever signs in meanwhile keeps what is his, and is renewed', async () => {
  const { token, ended, kept } = await renewWhile(() => keepGrant(grantOf('another')));
  same([token ?? 'none', ended, kept], ['none', false, 'another']);
});
