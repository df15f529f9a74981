/** Whether to connect again after the socket closed with this code: only 4500 to 4999 mean that coming back is pointless. */
export function comesBack(code: number): boolean {
  return code < 4500 || code > 4999;
}

/** How long the server asks to stay away, as a close frame's reason such as `{"reason":"drain","retryAfterMs":1200}` says; 0 if it does not. */
export function staysAwayMs(reason: string): number {
  if (!reason.startsWith('{')) return 0;
  try {
    const { retryAfterMs } = JSON.parse(reason) as { readonly retryAfterMs?: unknown };
    return typeof retryAfterMs === 'number' && retryAfterMs > 0 ? retryAfterMs : 0;
  } catch {
    return 0;
  }
}
