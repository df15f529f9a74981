import { signIn } from './de-account';
import { bidding } from './de-bidding';
import { lot } from './de-lot';
import type { Words } from './words';

export const de: Words = {
  bidding,
  lot,
  signIn,

  shell: {
    skip: 'Zum Inhalt springen',
    pages: 'Seiten',
    lots: 'Lose',
    operate: 'Leitung',
    sell: 'Verkaufen',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    signInAgain: 'Neu anmelden',
    signedOut: 'Sie wurden abgemeldet: Ihre Anmeldung gilt nicht mehr.',
    fetching: 'Seite wird geladen…',
    fetchFailed: 'Diese Seite konnte nicht geladen werden.',
    reload: 'Neu laden',
    nothingHere: 'Hier ist nichts',
    toOpenLots: 'Zu den laufenden Losen',
    language: 'Sprache',
    theme: 'Darstellung',
    themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
    promise: 'Jedes Gebot steht in einem öffentlichen Protokoll, das jeder prüfen kann.',
  },

  connection: {
    connecting: 'Verbinde…',
    live: 'Live',
    reconnecting: 'Verbinde neu…',
    offline: 'Offline',
    connect: 'Verbinden',
    stale: 'Die Verbindung ist abgerissen und wird wiederhergestellt. Preise können sich geändert haben; ein Gebot wird nur gesendet, wenn Sie erneut drücken.',
    away: 'Sie sind offline: Die Preise hier stehen still. Nichts, was Sie eingeben, wird später von selbst gesendet.',
  },

  list: {
    title: 'Lose',
    lead: 'Auktionen live, während sie geschehen.',
    which: 'Welche Lose',
    status: { open: 'Laufend', scheduled: 'Demnächst', closed: 'Beendet' },
    search: 'Suche',
    searchHint: 'z. B. clock, teapot',
    format: 'Format',
    anyFormat: 'Alle Formate',
    sort: 'Sortierung',
    sorts: {
      closing: 'Endet zuerst',
      '-closing': 'Endet zuletzt',
      newest: 'Neueste',
      price: 'Niedrigster Preis',
      '-price': 'Höchster Preis',
      bids: 'Meiste Gebote',
    },
    closedSorts: { closing: 'Zuerst beendet', '-closing': 'Zuletzt beendet' },
    none: { open: 'Zurzeit läuft kein Los.', scheduled: 'Kein Los wartet auf seine Eröffnung.', closed: 'Noch kein Los ist beendet.' },
    noneFound: 'Kein Los passt dazu.',
    clear: 'Alle zeigen',
    seeUpcoming: 'Was als Nächstes eröffnet',
    failed: (why) => `Die Lose konnten nicht geladen werden: ${why}`,
    again: 'Noch einmal versuchen',
    loading: 'Lose werden geladen…',
    more: 'Weitere Lose',
    newcomers: (count) => (count === 1 ? '1 neues Los zeigen' : `${count} neue Lose zeigen`),
    found: (count, more) => (more ? `Mehr als ${count} Lose` : count === 1 ? '1 Los' : `${count} Lose`),
  },


  problems: {
    noAnswer: 'Der Server hat nicht geantwortet. Bitte versuchen Sie es noch einmal.',
    signInFirst: 'Bitte melden Sie sich zuerst an.',
    notAllowed: 'Ihr Konto darf das nicht.',
    tooOften: 'Das war zu oft in kurzer Zeit. Bitte warten Sie einen Augenblick.',
    away: 'Dieser Teil des Servers ist im Augenblick nicht erreichbar. Bitte versuchen Sie es bald noch einmal.',
  },

  money: {
    missing: 'Bitte geben Sie einen Betrag ein.',
    digitsOnly: (example) => `Bitte geben Sie den Betrag nur mit Ziffern ein, etwa ${example}.`,
    tooLarge: 'Dieser Betrag ist zu groß.',
    noDigits: (currency) => `${currency} hat keine Nachkommastellen.`,
    tooManyDigits: (currency, most) => `${currency} hat höchstens ${most} Nachkommastellen.`,
    unclear: 'Das liest sich nicht als Betrag: Bitte prüfen Sie Punkte und Kommas.',
    ambiguous: (text, one, other) => `„${text}“ könnte ${one} oder ${other} heißen: Bitte schreiben Sie, was Sie meinen.`,
  },

  time: {
    hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
    minutes: (count) => (count === 1 ? '1 Minute' : `${count} Minuten`),
    seconds: (count) => (count === '1' ? '1 Sekunde' : `${count} Sekunden`),
    days: (days, hours) => `${days} T ${hours} Std`,
    lessThan: (seconds) => `Weniger als ${seconds} Sekunden`,
  },
};
