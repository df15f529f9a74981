import { sha256 } from '../client/sha256';

/** How far a log was checked: the next event must have this version, and this hash as its `prev`. */
export interface Checked {
  readonly version: number;
  readonly hash: string;
}

export const NOTHING_CHECKED: Checked = { version: 0, hash: '0'.repeat(64) };

/** Checks events, each as the exact text it was written as, behind those that were checked; `brokenAt` is the first version that does not fit. */
export function checkOn(from: Checked, lines: readonly string[]): Checked | { readonly brokenAt: number } {
  let checked = from;
  for (const line of lines) {
    const { version, prev } = read(line);
    if (version !== checked.version + 1 || prev !== checked.hash) return { brokenAt: checked.version + 1 };
    checked = { version, hash: sha256(line) };
  }
  return checked;
}

/** What is no event at all does not fit either. */
function read(line: string): { readonly version?: unknown; readonly prev?: unknown } {
  try {
    return (JSON.parse(line) as object | null) ?? {};
  } catch {
    return {};
  }
}
