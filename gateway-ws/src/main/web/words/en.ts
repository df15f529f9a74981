import { signIn } from './en-account';
import { bidding } from './en-bidding';
import { lot } from './en-lot';

/** Around and on the list of lots. */
export const en = {
  bidding,
  lot,
  signIn,

  shell: {
    skip: 'Skip to the content',
    pages: 'Pages',
    lots: 'Lots',
    operate: 'Operate',
    sell: 'Sell',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signInAgain: 'Sign in again',
    signedOut: 'You have been signed out: your sign-in does not hold any more.',
    fetching: 'Loading the page…',
    fetchFailed: 'This page could not be loaded.',
    reload: 'Load again',
    nothingHere: 'There is nothing here',
    toOpenLots: 'To the open lots',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    promise: 'Every bid is in a public log that anybody can check.',
  },

  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    reconnecting: 'Reconnecting…',
    offline: 'Offline',
    connect: 'Connect',
    stale: 'The connection was lost and is being restored. Prices may have moved; a bid is only sent when you press again.',
    away: 'You are offline: prices stand still here. Nothing you type is sent later by itself.',
  },

  list: {
    title: 'Lots',
    lead: 'Live auctions, as they happen.',
    which: 'Which lots',
    status: { open: 'Open', scheduled: 'Upcoming', closed: 'Closed' },
    search: 'Search',
    searchHint: 'e.g. clock, teapot, “silver spoon”',
    format: 'Format',
    anyFormat: 'Any format',
    sort: 'Sort by',
    sorts: {
      closing: 'Ending soonest',
      '-closing': 'Ending last',
      newest: 'Newest',
      price: 'Lowest price',
      '-price': 'Highest price',
      bids: 'Most bids',
    },
    closedSorts: { closing: 'Ended first', '-closing': 'Ended last' },
    none: { open: 'No lot is open at the moment.', scheduled: 'No lot is waiting to open.', closed: 'No lot has closed yet.' },
    noneFound: 'No lot matches.',
    clear: 'Show all',
    seeUpcoming: 'See what opens next',
    failed: (why: string) => `The lots could not be loaded: ${why}`,
    again: 'Try again',
    loading: 'Loading lots…',
    more: 'More lots',
    newcomers: (count: number) => (count === 1 ? 'Show 1 new lot' : `Show ${count} new lots`),
    found: (count: number, more: boolean) => (more ? `More than ${count} lots` : count === 1 ? '1 lot' : `${count} lots`),
  },


  problems: {
    noAnswer: 'The server did not answer. Please try again.',
    signInFirst: 'Please sign in first.',
    notAllowed: 'Your account may not do this.',
    tooOften: 'That was too often in a short time. Please wait a moment.',
    away: 'This part of the server is away at the moment. Please try again in a while.',
  },

  money: {
    missing: 'Please enter an amount.',
    digitsOnly: (example: string) => `Please enter an amount with digits only, such as ${example}.`,
    tooLarge: 'This amount is too large.',
    noDigits: (currency: string) => `${currency} has no digits behind the decimal sign.`,
    tooManyDigits: (currency: string, most: number) => `${currency} has at most ${most} digits behind the decimal sign.`,
    unclear: 'This does not read as an amount: check the points and commas.',
    ambiguous: (text: string, one: string, other: string) => `“${text}” could mean ${one} or ${other}: please write the one you mean.`,
  },

  time: {
    hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    seconds: (count: string) => (count === '1' ? '1 second' : `${count} seconds`),
    days: (days: number, hours: string) => `${days} d ${hours} h`,
    lessThan: (seconds: number) => `Less than ${seconds} seconds left`,
  },
};
