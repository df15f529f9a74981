/** What bidders read everywhere: costs, watching, what happened meanwhile. */
export const bidder = {
  myAuctions: 'My auctions',

  bill: {
    bid: 'Bid',
    price: 'Price',
    hammer: 'Hammer price',
    'hammer-tax': (percent: string) => `Tax on the hammer price, ${percent}`,
    premium: 'Buyer’s premium',
    'premium-tax': (percent: string) => `Tax on the premium, ${percent}`,
    commission: (percent: string) => `Commission, ${percent}`,
    total: 'Total',
    totalAtMost: 'Total, at the most',
    asked: 'Working out premium and total…',
    unknown: 'Premium and total cannot be told at the moment. The premium comes on top of what you bid; you may bid all the same.',
  },

  premium: {
    title: 'Premium',
    asked: 'Asking the house…',
    unknown: 'The house takes a premium on top of the price. It cannot be told at the moment.',
    all: (percent: string) => `The buyer pays ${percent} on top of the price`,
    upTo: (percent: string, end: string) => `The buyer pays ${percent} on top of the price up to ${end}`,
    then: (percent: string, end: string) => `${percent} from there up to ${end}`,
    above: (percent: string) => `and ${percent} on what is above`,
    taxOnPremium: (percent: string) => `Tax on the premium: ${percent}.`,
    taxOnHammer: (percent: string) => `Tax on the price: ${percent}.`,
  },

  chart: {
    title: 'Price over time',
    noBids: 'It begins with the first bid.',
    fetching: 'Drawing…',
    failed: 'It could not be drawn; the history below has all of it.',
    inWords: (from: string, to: string, since: string, until: string) =>
      `The price rose in steps from ${from} (${since}) to ${to} (${until}). The history below has each step.`,
  },

  watch: {
    watch: (title: string) => `Watch ${title}`,
    watchThis: 'Watch this lot',
    full: 'Your watchlist is full: please take something off it first.',
  },

  notes: {
    title: 'What happened meanwhile',
    lot: (title: string | undefined) => (title === undefined ? 'a lot' : `“${title}”`),
    outbid: (lot: string) => `You have been outbid on ${lot}.`,
    won: (lot: string) => `You won ${lot}.`,
    offer: (lot: string) => `${lot} is offered to you.`,
    toPay: (lot: string) => `${lot} is to be paid.`,
    manyToPay: (count: number) => `${count} purchases are to be paid.`,
    endsSoon: (lot: string) => `${lot}, which you watch, ends in a few minutes.`,
    goToLot: 'Go to the lot',
    goToPurchase: 'Go to the purchase',
    dismiss: 'Dismiss',
  },
};
