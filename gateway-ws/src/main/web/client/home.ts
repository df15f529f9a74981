/** The origin of the gateway: what was given, else where this module came from. */
export function homeOf(url: string | URL | undefined): string {
  const home = new URL(url ?? import.meta.url);
  if (home.protocol !== 'http:' && home.protocol !== 'https:') {
    throw new Error(`url: ${home.href} (expected: the gateway's address, such as https://auction.example)`);
  }
  return home.origin;
}

/** Where its WebSocket is. */
export function socketOf(home: string): string {
  return `${home.replace('http', 'ws')}/ws`;
}
