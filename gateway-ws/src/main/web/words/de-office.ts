import type { bidders as enBidders, csv as enCsv, needs as enNeeds, states as enStates, steps as enSteps } from './en-office';

export const csv: typeof enCsv = { attention: 'Diese als Tabelle (CSV)', all: 'Alle Verkäufe (CSV)' };

export const states: typeof enStates = {
  'awaiting-payment': 'Wartet auf Zahlung',
  paid: 'Bezahlt',
  defaulted: 'Nicht rechtzeitig bezahlt',
  offered: 'Dem Nächsten angeboten',
  'sold-by-offer': 'Auf Angebot verkauft',
  unsold: 'Nicht verkauft',
  cancelled: 'Storniert',
};

export const needs: typeof enNeeds = {
  declined: { short: 'Die Zahlung wurde abgelehnt.', todo: 'Von selbst versucht es niemand mehr: Lassen Sie es noch einmal versuchen, oder tragen Sie ein, was anders kam.' },
  defaulted: { short: 'Es wurde nicht rechtzeitig bezahlt.', todo: 'Geben Sie eine neue Frist, oder lassen Sie die Angebote an die Nächsten beginnen.' },
  unclear: { short: 'Niemand weiß, ob das Geld kam.', todo: 'Sehen Sie beim Zahlungsdienst nach und tragen Sie ein, was daraus wurde.' },
  'refund-unclear': { short: 'Niemand weiß, ob das Geld zurückging.', todo: 'Lassen Sie es unter demselben Schlüssel noch einmal versuchen, oder sehen Sie nach und tragen Sie es ein.' },
  'owed-back': { short: 'Geld ist zurückzugeben und zu niemandem unterwegs.', todo: 'Lassen Sie die Rückgabe noch einmal versuchen, oder tragen Sie ein, dass es anders zurückging.' },
  other: { short: 'Es sollte jemand nachsehen.', todo: 'Die Geschichte steht beim Verkauf.' },
};

export const steps: typeof enSteps = {
  retry: {
    short: 'Zahlung noch einmal versuchen',
    of: (sale) => `Zahlung für ${sale} noch einmal versuchen`,
    title: 'Die Zahlung noch einmal versuchen',
    means: 'Der Käufer bekommt eine neue Frist, und das Geld wird unter dem nächsten Schlüssel noch einmal verlangt.',
    yes: 'Noch einmal versuchen',
  },
  cancel: {
    short: 'Verkauf stornieren',
    of: (sale) => `Verkauf von ${sale} stornieren`,
    title: 'Den Verkauf stornieren',
    means: 'Die Rechnung wird zurückgenommen, und niemand bekommt das Los. Das ist nicht rückgängig zu machen.',
    yes: 'Stornieren',
  },
  payments: {
    short: 'Zahlung eintragen',
    of: (sale) => `Zahlung für ${sale} eintragen`,
    title: 'Eine Zahlung eintragen',
    means: 'Sie haben dieses Geld eingehen sehen. Es wird als Zahlung dieser Forderung gebucht.',
    yes: 'Eintragen',
  },
  'declined-payments': {
    short: 'Eintragen: nicht bezahlt',
    of: (sale) => `Eintragen, dass ${sale} nicht bezahlt wurde`,
    title: 'Eintragen, dass kein Geld kam',
    means: 'Sie wissen, dass diese Forderung nicht eingezogen wurde und auch nicht wird.',
    yes: 'Eintragen',
  },
  refunds: {
    short: 'Rückgabe eintragen',
    of: (sale) => `Rückgabe für ${sale} eintragen`,
    title: 'Eine Rückgabe eintragen',
    means: 'Sie haben dieses Geld auf anderem Weg zurückgegeben.',
    yes: 'Eintragen',
  },
  'retried-refunds': {
    short: 'Rückgabe noch einmal versuchen',
    of: (sale) => `Rückgabe für ${sale} noch einmal versuchen`,
    title: 'Die Rückgabe noch einmal versuchen',
    means: 'Der Zahlungsdienst wird noch einmal gebeten, dieses Geld zurückzugeben.',
    yes: 'Noch einmal versuchen',
  },
};

export const bidders: typeof enBidders = {
  title: 'Bietende',
  account: 'Konto',
  find: 'Nachschlagen',
  none: 'Niemand ist verwarnt oder gesperrt.',
  strikes: (count) => (count === 0 ? 'keine Verwarnung' : count === 1 ? '1 Verwarnung' : `${count} Verwarnungen`),
  last: (at) => `geändert ${at}`,
  suspended: 'Gesperrt',
  mayBid: 'Darf bieten',
  show: 'Geschichte',
  showOf: (account) => `Geschichte von ${account}`,
  close: 'Schließen',
  by: (what, actor, note) => `${what} von ${actor}: ${note}`,
  happened: { strike: 'Ein Los wurde nicht bezahlt', suspend: 'Gesperrt', reinstate: 'Wieder zugelassen' },
  suspend: {
    short: 'Sperren',
    of: (account) => `${account} sperren`,
    title: 'Den Bieter sperren',
    means: 'Er darf nicht bieten und bekommt nichts angeboten, bis er wieder zugelassen wird. Was er schon geboten hat, gilt.',
    yes: 'Sperren',
  },
  reinstate: {
    short: 'Zulassen',
    of: (account) => `${account} wieder zulassen`,
    title: 'Den Bieter wieder zulassen',
    means: 'Er darf wieder bieten. Seine Verwarnungen behält er: Die nächste nicht bezahlte Rechnung sperrt ihn wieder.',
    yes: 'Zulassen',
  },
};
