/** Somebody to be in the demo. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly roles: ReadonlyArray<'BIDDER' | 'SELLER' | 'OPERATOR'>;
  readonly look: Look;
}

/** How he is drawn: colours, and which hair. */
export interface Look {
  readonly ground: string;
  readonly skin: string;
  readonly hair: string;
  readonly coat: string;
  readonly style: 'long' | 'short' | 'bun' | 'curls' | 'bald';
  readonly glasses?: boolean;
  readonly beard?: boolean;
}

export const PEOPLE: readonly Person[] = [
  {
    account: 'alice',
    name: 'Alice',
    roles: ['BIDDER'],
    look: { ground: '#e3eee8', skin: '#f1cfb2', hair: '#8a4b22', coat: '#1f5c4a', style: 'long' },
  },
  {
    account: 'bob',
    name: 'Bob',
    roles: ['BIDDER'],
    look: { ground: '#f5ecd6', skin: '#a9734a', hair: '#2a211b', coat: '#7b5c1c', style: 'short', beard: true },
  },
  {
    account: 'carol',
    name: 'Carol',
    roles: ['SELLER'],
    look: { ground: '#fbe9dd', skin: '#f3d7c0', hair: '#bdb5a8', coat: '#98360f', style: 'bun', glasses: true },
  },
  {
    account: 'samira',
    name: 'Samira',
    roles: ['BIDDER', 'SELLER'],
    look: { ground: '#e4e7f3', skin: '#c68e63', hair: '#1d1a1c', coat: '#3d4a86', style: 'curls' },
  },
  {
    account: 'oscar',
    name: 'Oscar',
    roles: ['OPERATOR'],
    look: { ground: '#e9e4da', skin: '#efc6a4', hair: '#6b6459', coat: '#23211d', style: 'bald', glasses: true, beard: true },
  },
];
