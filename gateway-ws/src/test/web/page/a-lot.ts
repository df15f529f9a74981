import type { Lot, LotEvent, LotRules } from '../../../main/web/client/protocol';

export const RULES: LotRules = {
  id: 'lot-1',
  seller: 'greta',
  title: 'A clock',
  description: '',
  format: 'english',
  currency: 'EUR',
  startingPrice: 1_000,
  listedAt: '2026-11-22T10:00:00.000Z',
  rulesHash: '0'.repeat(64),
  increments: [
    [0, 100],
    [5_000, 500],
  ],
  largeBidFactor: 10,
};

export const EVENT: LotEvent = {
  lot: 'lot-1',
  version: 1,
  at: '2026-11-22T10:00:00.000Z',
  offset: 0,
  type: 'opened',
  status: 'open',
  price: 1_000,
  leader: null,
  next: 1_000,
  bids: 0,
  closesAt: '2026-11-23T10:00:00.000Z',
  reserve: 'none',
  prev: '0'.repeat(64),
};

export function aLot(id: string): Lot {
  return { ...RULES, id, version: 1, event: { ...EVENT, lot: id } };
}
