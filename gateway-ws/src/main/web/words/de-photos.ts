import type { photos as en } from './en-photos';

export const photos: typeof en = {
  title: 'Fotos',
  choose: 'Fotos auswählen',
  how: (most) => `Oder hierher ziehen oder einfügen. Bis zu ${most}; das erste ist das Titelbild.`,
  full: (most) => `Das sind ${most} Fotos; mehr hat ein Los nicht. Entfernen Sie eines, um ein anderes hinzuzufügen.`,
  cover: 'Titelbild',
  nth: (place, name) => (name ? `Foto ${place}, ${name}` : `Foto ${place}`),
  sending: (name) => `${name} wird gesendet`,
  earlier: (photo) => `Nach vorn: ${photo}`,
  later: (photo) => `Nach hinten: ${photo}`,
  remove: (photo) => `Entfernen: ${photo}`,
  forget: (name) => `Meldung zu ${name} schließen`,
  isCover: (name) => `${name || 'Das Foto'} ist jetzt das Titelbild.`,
  isNth: (name, place, all) => `${name || 'Das Foto'} steht jetzt an Stelle ${place} von ${all}.`,
  removed: (photo) => `Entfernt: ${photo}.`,
  allSent: (count) => (count === 1 ? '1 Foto ist da.' : `${count} Fotos sind da.`),
  refused: {
    'too-many': 'ist eines zu viel: Ein Los hat bis zu 12 Fotos.',
    'too-large': 'ist zu groß und ließ sich hier nicht verkleinern. Bitte nehmen Sie eines mit höchstens 5 MiB.',
    'no-photo': 'ist kein Foto, das dieses Haus lesen kann. Bitte nehmen Sie JPEG, PNG, WebP oder GIF.',
    damaged: 'ist beschädigt oder hat zu viele Bildpunkte. Bitte versuchen Sie es mit einer anderen Kopie.',
    'too-many-unlisted': 'wurde nicht angenommen: Zu viele Ihrer Fotos stehen noch in keinem Los. Stellen Sie erst einige Lose ein.',
    'not-allowed': 'wurde nicht angenommen. Bitte melden Sie sich neu als Verkäufer an.',
    'not-sent': 'konnte nicht gesendet werden. Bitte versuchen Sie es noch einmal.',
  },
};
