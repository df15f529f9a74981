import { announced, inWords } from '../../../main/web/lots/history';
import { durationInWords, timeLeft } from '../../../main/web/times';
import { drawingOf } from '../../../main/web/lots/drawing';
import { NO_WISHES, queryOf, wantedOf, wishesIn } from '../../../main/web/lots/wishes';
import { routeOf } from '../../../main/web/shell/route';
import { chooseLanguage, type Language } from '../../../main/web/words/language';
import { de } from '../../../main/web/words/de';
import { bidder as deBidder } from '../../../main/web/words/de-bidder';
import { buying as deBuying } from '../../../main/web/words/de-buying';
import { operating as deOperating } from '../../../main/web/words/de-operating';
import { photos as dePhotos } from '../../../main/web/words/de-photos';
import { selling as deSelling } from '../../../main/web/words/de-selling';
import { en } from '../../../main/web/words/en';
import { bidder as enBidder } from '../../../main/web/words/en-bidder';
import { buying as enBuying } from '../../../main/web/words/en-buying';
import { operating as enOperating } from '../../../main/web/words/en-operating';
import { photos as enPhotos } from '../../../main/web/words/en-photos';
import { selling as enSelling } from '../../../main/web/words/en-selling';
import { same } from '../expect';
import { EVENT } from './a-lot';

function speaking(language: Language, then: () => void): void {
  chooseLanguage(language);
  try {
    then();
  } finally {
    chooseLanguage('en');
  }
}

const ENGLISH = { ...en, bidder: enBidder, buying: enBuying, operating: enOperating, photos: enPhotos, selling: enSelling };
const GERMAN = { ...de, bidder: deBidder, buying: deBuying, operating: deOperating, photos: dePhotos, selling: deSelling };

/** All texts, by their path. */
function texts(of: object, path = ''): Array<[string, string]> {
  return Object.entries(of).flatMap(([name, value]): Array<[string, string]> => {
    if (typeof value === 'string') return [[`${path}${name}`, value]];
    return typeof value === 'object' ? texts(value as object, `${path}${name}.`) : [];
  });
}

Deno.test('no text is empty, and German is not English left as it was', () => {
  const german = new Map(texts(GERMAN));
  const alike = texts(ENGLISH).filter(([path, text]) => text.trim() === '' || german.get(path) === text);
  same(alike.map(([path]) => path).sort(), ['connection.live', 'connection.offline', 'list.format']);
});

Deno.test('a countdown and a duration are in the language chosen', () => {
  speaking('de', () => same([timeLeft(9_310), timeLeft(180_000_000), durationInWords('PT1M30S')], ['9,4 s', '2 T 02 Std', '1 Minute 30 Sekunden']));
  same([timeLeft(9_310), timeLeft(0), timeLeft(61_000), durationInWords('PT2H')], ['9.4 s', '0.0 s', '1:01', '2 hours']);
});

Deno.test('an extension says why; a late bid only where it is announced', () => {
  const extended = (more: object) => ({ ...EVENT, at: EVENT.closesAt, type: 'extended', ...more });
  const bare = (text: string) => text.replace(/ \d+:\d+:\d+(.[AP]M)?/, '');
  const said = (more: object) => bare(inWords(extended(more), 'EUR', String));
  same(said({ reason: 'soft-close' }), 'Extended to');
  same(bare(announced(extended({ reason: 'soft-close' }))), 'Extended to: a late bid came in');
  same(said({ reason: 'outage' }), 'Extended to: nobody could bid for a while, and that time is given again');
  same(said({ minutes: 5, reason: 'a queue at the door' }), 'Extended by 5 minutes, to (a queue at the door)');
});

Deno.test('what is looked for stands in the address, and is read from there', () => {
  const wishes = { q: 'blue & white', format: 'dutch', sort: '-price' } as const;
  same(routeOf(`#/upcoming${queryOf(wishes)}`), { page: 'lots', status: 'scheduled', wishes });
  same(wantedOf('open', wishes), { status: 'open', sort: '-price', q: 'blue & white', format: 'dutch' });
  same(queryOf(wishesIn('format=barter&sort=luck')), '');
  same([wantedOf('open', NO_WISHES).sort, wantedOf('closed', NO_WISHES).sort], ['closing', '-closing']);
});

Deno.test('a drawing is the same for the same lot, and is of what the title tells', () => {
  same(drawingOf('a', 'A pocket watch'), drawingOf('a', 'A pocket watch'));
  same(drawingOf('a', 'Blaue Teekanne').motif, 'teapot');
  same(new Set([...'abcdefghijklmnop'].map((id) => drawingOf(id, 'Thing').motif)).size > 4, true);
});
