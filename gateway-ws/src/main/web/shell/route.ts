import { wishesIn, type Wishes } from '../lots/wishes';
import { isArea, type AreaName } from './areas';

export type Route =
  | { readonly page: 'lots'; readonly status: 'open' | 'scheduled' | 'closed'; readonly wishes: Wishes }
  | { readonly page: 'lot'; readonly lot: string }
  | { readonly page: 'area'; readonly area: AreaName; readonly path: readonly string[] }
  | { readonly page: 'sign-in' }
  | { readonly page: 'nowhere' };

/** Routes live behind the `#`, so that a link to any of them needs nothing but the page at `/`. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second = '', ...more] = path.split('/').map(decoded);
  if (first === '') return { page: 'lots', status: 'open', wishes: wishesIn(query) };
  if (first === 'upcoming') return { page: 'lots', status: 'scheduled', wishes: wishesIn(query) };
  if (first === 'closed') return { page: 'lots', status: 'closed', wishes: wishesIn(query) };
  if (first === 'lots' && second) return { page: 'lot', lot: second };
  if (isArea(first)) return { page: 'area', area: first, path: second ? [second, ...more] : [] };
  if (first === 'sign-in') return { page: 'sign-in' };
  return { page: 'nowhere' };
}

export function lotLink(lot: string): string {
  return `#/lots/${encodeURIComponent(lot)}`;
}

/** As it is where it is not encoded as it should be. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
