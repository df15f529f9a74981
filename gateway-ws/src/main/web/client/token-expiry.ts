/** When a JWT expires, in milliseconds since the epoch; undefined if it does not say so in a way that can be read. It is not checked: that is the gateway's. */
export function expiryOf(token: string): number | undefined {
  const claims = token.split('.')[1];
  if (!claims) return undefined;
  try {
    const { exp } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { readonly exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
