export const TABS = ['drafts', 'scheduled', 'open', 'closed', 'sold', 'paid', 'unsold'] as const;
export type Tab = (typeof TABS)[number];

/** What stands at `#/sell/…`. */
export type SellersPage =
  | { readonly page: 'board'; readonly tab: Tab }
  | { readonly page: 'new'; readonly draft: string | undefined }
  | { readonly page: 'lot'; readonly lot: string }
  | { readonly page: 'import' }
  | { readonly page: 'statements' };

/** By what the address says behind `sell`; undefined where there is nothing. */
export function sellersPage([first = 'open', second, ...more]: readonly string[]): SellersPage | undefined {
  if (more.length > 0) return undefined;
  if (first === 'new') return { page: 'new', draft: second };
  if (first === 'lots' && second) return { page: 'lot', lot: second };
  if (second !== undefined) return undefined;
  if (first === 'import' || first === 'statements') return { page: first };
  const tab = TABS.find((each) => each === first);
  return tab && { page: 'board', tab };
}

export function boardLink(tab: Tab): string {
  return tab === 'open' ? '#/sell' : `#/sell/${tab}`;
}

export function draftLink(draft: string): string {
  return `#/sell/new/${encodeURIComponent(draft)}`;
}

export function ownLotLink(lot: string): string {
  return `#/sell/lots/${encodeURIComponent(lot)}`;
}
