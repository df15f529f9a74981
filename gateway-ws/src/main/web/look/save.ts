const SAVED_WITHIN_MS = 60_000;

/** Has the browser save something as a file; from memory, so that what needs a token needs no address of its own. */
export function save(file: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), SAVED_WITHIN_MS);
}
