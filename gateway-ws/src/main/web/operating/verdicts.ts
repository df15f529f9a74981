import type { Reading } from './readings';

/** How something is, as a word that is also written; the colour only repeats it. */
export type Verdict = 'ok' | 'slow' | 'down' | 'unknown';

/** What is slow: above these. Seconds, records, messages. */
export const LIMITS = {
  decided: 0.25,
  answered: 0.5,
  closed: 1,
  lag: 1_000,
  waiting: 100,
} as const;

/** `unknown` while there is nothing to judge. */
export function within(value: number | undefined, limit: number): Verdict {
  if (value === undefined) return 'unknown';
  return value <= limit ? 'ok' : 'slow';
}

/** What was measured in the last minute: nothing is as good as it can be. */
export function unhurried(value: number | undefined, limit: number, heard: boolean): Verdict {
  return heard && value === undefined ? 'ok' : within(value, limit);
}

const HEALTH: Readonly<Record<string, Verdict>> = { UP: 'ok', LATE: 'slow', DOWN: 'down', OUT_OF_SERVICE: 'down' };

/** A service that does not answer, or says that it cannot serve. */
export function serviceVerdict(reading: Reading | undefined): Verdict {
  if (!reading) return 'unknown';
  return reading.problem === undefined ? (HEALTH[reading.health ?? ''] ?? 'unknown') : 'down';
}

/** A database as the service on it sees it; `slow` while somebody waits for a connection. */
export function databaseVerdict(reading: Reading | undefined): Verdict {
  if (!reading || reading.problem !== undefined) return 'unknown';
  const told = reading.parts?.find(({ name }) => name === 'r2dbc')?.state;
  if (told === 'DOWN') return 'down';
  if (reading.health === 'LATE') return 'slow';
  if (told !== 'UP') return 'unknown';
  return (reading.gauges?.['poolWaiting'] ?? 0) > 0 ? 'slow' : 'ok';
}

const ORDER: readonly Verdict[] = ['ok', 'unknown', 'slow', 'down'];

/** The worst of several. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return ORDER[Math.max(0, ...verdicts.map((each) => ORDER.indexOf(each)))] ?? 'unknown';
}
