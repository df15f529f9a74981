import type { LotsWanted } from '../client/api';
import type { Format, LotStatus } from '../client/protocol';

export const FORMATS = ['english', 'sealed-first-price', 'vickrey', 'dutch'] as const satisfies readonly Format[];
export const SORTS = ['closing', '-closing', 'newest', 'price', '-price', 'bids'] as const;
export type Sort = (typeof SORTS)[number];

/** What somebody looks for in the list. */
export interface Wishes {
  readonly q: string;
  readonly format: Format | undefined;
  /** Undefined for what is usual: ending soonest first, of closed lots those that ended last. */
  readonly sort: Sort | undefined;
}

export const NO_WISHES: Wishes = { q: '', format: undefined, sort: undefined };

/** Wishes as they stand behind the `?` of a route; what is not understood is left out. */
export function wishesIn(query: string): Wishes {
  const asked = new URLSearchParams(query);
  return {
    q: asked.get('q') ?? '',
    format: FORMATS.find((format) => format === asked.get('format')),
    sort: SORTS.find((sort) => sort === asked.get('sort')),
  };
}

/** The other way round: empty, or with its `?`. */
export function queryOf({ q, format, sort }: Wishes): string {
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (format) asked.set('format', format);
  if (sort) asked.set('sort', sort);
  return asked.size > 0 ? `?${asked}` : '';
}

export function usualSort(status: LotStatus): Sort {
  return status === 'closed' ? '-closing' : 'closing';
}

export function wantedOf(status: LotStatus, { q, format, sort }: Wishes): LotsWanted {
  return { status, sort: sort ?? usualSort(status), ...(q.trim() ? { q: q.trim() } : {}), ...(format ? { format } : {}) };
}
