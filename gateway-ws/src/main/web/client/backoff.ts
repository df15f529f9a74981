const FIRST_CEILING_MS = 500;
const HIGHEST_CEILING_MS = 15_000;

/** How long to wait before reconnect number `attempt` (from 0): anything up to a ceiling that doubles, so that a crowd does not return at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(HIGHEST_CEILING_MS, FIRST_CEILING_MS * 2 ** Math.min(attempt, 10));
  return Math.round(random() * ceiling);
}
