import type { bidder as en } from './en-bidder';

export const bidder: typeof en = {
  myAuctions: 'Meine Auktionen',

  bill: {
    bid: 'Gebot',
    price: 'Preis',
    hammer: 'Zuschlagspreis',
    'hammer-tax': (percent) => `Steuer auf den Zuschlag, ${percent}`,
    premium: 'Aufgeld',
    'premium-tax': (percent) => `Steuer auf das Aufgeld, ${percent}`,
    commission: (percent) => `Provision, ${percent}`,
    total: 'Gesamt',
    totalAtMost: 'Gesamt, höchstens',
    asked: 'Aufgeld und Gesamtbetrag werden berechnet…',
    unknown: 'Aufgeld und Gesamtbetrag lassen sich gerade nicht sagen. Das Aufgeld kommt zum Gebot hinzu; bieten können Sie trotzdem.',
  },

  premium: {
    title: 'Aufgeld',
    asked: 'Das Haus wird gefragt…',
    unknown: 'Das Haus nimmt ein Aufgeld auf den Preis. Wie hoch es ist, lässt sich gerade nicht sagen.',
    all: (percent) => `Der Käufer zahlt ${percent} auf den Preis`,
    upTo: (percent, end) => `Der Käufer zahlt ${percent} auf den Preis bis ${end}`,
    then: (percent, end) => `${percent} von dort bis ${end}`,
    above: (percent) => `und ${percent} auf das, was darüber liegt`,
    taxOnPremium: (percent) => `Steuer auf das Aufgeld: ${percent}.`,
    taxOnHammer: (percent) => `Steuer auf den Preis: ${percent}.`,
  },

  chart: {
    title: 'Der Preis im Lauf der Zeit',
    noBids: 'Er beginnt mit dem ersten Gebot.',
    fetching: 'Wird gezeichnet…',
    failed: 'Er konnte nicht gezeichnet werden; im Verlauf unten steht alles.',
    inWords: (from, to, since, until) => `Der Preis stieg in Stufen von ${from} (${since}) auf ${to} (${until}). Jede Stufe steht im Verlauf unten.`,
  },

  watch: {
    watch: (title) => `${title} beobachten`,
    watchThis: 'Dieses Los beobachten',
    full: 'Ihre Merkliste ist voll: Bitte nehmen Sie erst etwas herunter.',
  },

  notes: {
    title: 'Was inzwischen geschah',
    lot: (title) => (title === undefined ? 'ein Los' : `„${title}“`),
    outbid: (lot) => `Sie wurden überboten: ${lot}.`,
    won: (lot) => `Sie haben gewonnen: ${lot}.`,
    offer: (lot) => `Ihnen wird angeboten: ${lot}.`,
    toPay: (lot) => `Zu bezahlen: ${lot}.`,
    manyToPay: (count) => `${count} Käufe sind zu bezahlen.`,
    endsSoon: (lot) => `Endet in wenigen Minuten: ${lot}, das Sie beobachten.`,
    goToLot: 'Zum Los',
    goToPurchase: 'Zum Kauf',
    dismiss: 'Schließen',
  },
};
