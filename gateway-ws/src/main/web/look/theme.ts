import { kept, keep } from './kept';

/** Light or dark, or as the device has it. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'gavel.theme';

export function theme(): Theme {
  const chosen = kept(KEY);
  return THEMES.find((each) => each === chosen) ?? 'system';
}

/** Remembers it on this device and shows it at once. */
export function chooseTheme(chosen: Theme): void {
  keep(KEY, chosen);
  showTheme();
}

export function showTheme(): void {
  const chosen = theme();
  if (chosen === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = chosen;
}
