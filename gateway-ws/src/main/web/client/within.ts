import type { Surroundings } from './surroundings';

/** Resolves when `isSo`, looking again whenever `listen` tells; rejects when it is not so in time. */
export function within(
  around: Surroundings,
  limitMs: number,
  what: string,
  isSo: () => boolean,
  listen: (look: () => void) => () => void,
): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = listen(() => {
      if (!isSo()) return;
      end();
      resolve();
    });
    const cancel = around.later(limitMs, () => {
      end();
      reject(new Error(`waited ${limitMs / 1000} s for ${what}`));
    });
    function end(): void {
      stop();
      cancel();
    }
  });
}
