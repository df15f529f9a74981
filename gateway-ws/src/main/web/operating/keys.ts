import type { Act } from './acts';

/** What the auctioneer's keys do. */
export type Stroke =
  | { readonly does: 'pause-or-resume' }
  | { readonly does: 'extend'; readonly minutes: number }
  | { readonly does: 'call'; readonly what: 'once' | 'twice' }
  | { readonly does: Extract<Act, 'hammer'> };

/** The keys, as they stand on the screen. */
export const KEYS: Readonly<Record<string, Stroke>> = {
  p: { does: 'pause-or-resume' },
  '1': { does: 'extend', minutes: 1 },
  '5': { does: 'extend', minutes: 5 },
  o: { does: 'call', what: 'once' },
  t: { does: 'call', what: 'twice' },
  h: { does: 'hammer' },
};

/** What is known of a key that was pressed. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'defaultPrevented' | 'isComposing'>;

/** An element a key was pressed in. */
export interface Place {
  readonly tagName: string;
  /** Of an input. */
  readonly type?: string;
  readonly isContentEditable?: boolean;
}

/** Elements that take letters for themselves. */
const TAKES_LETTERS = ['INPUT', 'TEXTAREA', 'SELECT', 'DIALOG'];

function takesLetters({ tagName, type, isContentEditable }: Place): boolean {
  return isContentEditable === true || (TAKES_LETTERS.includes(tagName) && type !== 'checkbox');
}

/**
 * What a key does; undefined where it does nothing here: with Ctrl, Alt or Meta, held down, or in something that takes letters.
 * `within` are the elements it was pressed in, innermost first.
 */
export function stroke(pressed: Pressed, within: readonly Place[]): Stroke | undefined {
  const { ctrlKey, metaKey, altKey, repeat, defaultPrevented, isComposing } = pressed;
  if (ctrlKey || metaKey || altKey || repeat || defaultPrevented || isComposing) return undefined;
  if (within.some(takesLetters)) return undefined;
  const key = pressed.key.toLowerCase();
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}
