/** What a reader chose on this device; where nothing may be stored, it holds until the page is left. */
const untilLeft = new Map<string, string>();

export function kept(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? untilLeft.get(key);
  } catch {
    return untilLeft.get(key);
  }
}

export function keep(key: string, value: string): void {
  untilLeft.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or forbidden: untilLeft has it.
  }
}
