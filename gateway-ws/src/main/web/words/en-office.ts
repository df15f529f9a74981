import type { Reason, Step } from '../operating/needs';

/** Sales that need somebody, and bidders who do not pay. */
export const csv = { attention: 'These as a table (CSV)', all: 'All sales (CSV)' };

export const states = {
  'awaiting-payment': 'Awaiting payment',
  paid: 'Paid',
  defaulted: 'Not paid in time',
  offered: 'Offered to the next bidder',
  'sold-by-offer': 'Sold by offer',
  unsold: 'Unsold',
  cancelled: 'Cancelled',
};

export const needs = {
  declined: { short: 'The charge was declined.', todo: 'Nobody asks for it again by itself: have it tried again, or write down money that came another way.' },
  defaulted: { short: 'It was not paid in time.', todo: 'Give the buyer another term, or let the offers to the next bidders begin.' },
  unclear: { short: 'Nobody knows whether the money came.', todo: 'Look it up at the provider, then write down what became of it.' },
  'refund-unclear': { short: 'Nobody knows whether the money went back.', todo: 'Have it tried again under the same key, or look it up and write it down.' },
  'owed-back': { short: 'Money is owed back and on its way to nobody.', todo: 'Have the refund tried again, or write down that it went back another way.' },
  other: { short: 'It needs a look.', todo: 'Its history is with the sale.' },
} satisfies Record<Reason['what'], unknown>;

export const steps = {
  retry: {
    short: 'Try the payment again',
    of: (sale: string) => `Try the payment for ${sale} again`,
    title: 'Try the payment again',
    means: 'The buyer gets another term, and the money is asked for again under the next key.',
    yes: 'Try again',
  },
  cancel: {
    short: 'Cancel the sale',
    of: (sale: string) => `Cancel the sale of ${sale}`,
    title: 'Cancel the sale',
    means: 'The invoice is taken back and nobody gets the lot. It cannot be undone.',
    yes: 'Cancel the sale',
  },
  payments: {
    short: 'Record a payment',
    of: (sale: string) => `Record a payment for ${sale}`,
    title: 'Record a payment',
    means: 'You have seen this money come in. It is booked as the payment of this charge.',
    yes: 'Record it',
  },
  'declined-payments': {
    short: 'Record: not paid',
    of: (sale: string) => `Record that ${sale} was not paid`,
    title: 'Record that no money came',
    means: 'You know that this charge was not collected and will not be.',
    yes: 'Record it',
  },
  refunds: {
    short: 'Record a refund',
    of: (sale: string) => `Record a refund for ${sale}`,
    title: 'Record a refund',
    means: 'You have given this money back another way.',
    yes: 'Record it',
  },
  'retried-refunds': {
    short: 'Try the refund again',
    of: (sale: string) => `Try the refund for ${sale} again`,
    title: 'Try the refund again',
    means: 'The provider is asked once more to give this money back.',
    yes: 'Try again',
  },
} satisfies Record<Step['does'], unknown>;

export const bidders = {
  title: 'Bidders',
  account: 'Account',
  find: 'Look up',
  none: 'Nobody has a strike or is suspended.',
  strikes: (count: number) => (count === 0 ? 'no strikes' : count === 1 ? '1 strike' : `${count} strikes`),
  last: (at: string) => `changed ${at}`,
  suspended: 'Suspended',
  mayBid: 'May bid',
  show: 'History',
  showOf: (account: string) => `History of ${account}`,
  close: 'Close',
  by: (what: string, actor: string, note: string) => `${what} by ${actor}: ${note}`,
  happened: { strike: 'A lot was not paid for', suspend: 'Suspended', reinstate: 'Reinstated' },
  suspend: {
    short: 'Suspend',
    of: (account: string) => `Suspend ${account}`,
    title: 'Suspend the bidder',
    means: 'He may not bid and is offered nothing until he is reinstated. Bids he has already placed stand.',
    yes: 'Suspend',
  },
  reinstate: {
    short: 'Reinstate',
    of: (account: string) => `Reinstate ${account}`,
    title: 'Reinstate the bidder',
    means: 'He may bid again. He keeps his strikes: the next default suspends him again.',
    yes: 'Reinstate',
  },
};
