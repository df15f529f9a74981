import type { LotStatus } from '../client/protocol';

export type Route =
  | { readonly page: 'lots'; readonly status: LotStatus }
  | { readonly page: 'lot'; readonly lot: string }
  | { readonly page: 'list-a-lot' }
  | { readonly page: 'sign-in' }
  | { readonly page: 'nowhere' };

/** Routes live behind the `#`, so that a link to any of them needs nothing but the page at `/`. */
export function routeOf(hash: string): Route {
  const [first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  if (first === '') return { page: 'lots', status: 'open' };
  if (first === 'upcoming') return { page: 'lots', status: 'scheduled' };
  if (first === 'closed') return { page: 'lots', status: 'closed' };
  if (first === 'lots' && second) return { page: 'lot', lot: decodeURIComponent(second) };
  if (first === 'new') return { page: 'list-a-lot' };
  if (first === 'sign-in') return { page: 'sign-in' };
  return { page: 'nowhere' };
}

export function lotLink(lot: string): string {
  return `#/lots/${encodeURIComponent(lot)}`;
}
