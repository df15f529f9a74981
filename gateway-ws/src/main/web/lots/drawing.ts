/** What a lot without a photograph is drawn as: always the same for the same lot. */
export interface Drawing {
  readonly motif: Motif;
  /** Two colours of the wall behind it, one of the table, two of the thing itself. */
  readonly colours: readonly [wall: string, light: string, table: string, thing: string, shade: string];
  /** Where the light falls from, in hundredths of the width. */
  readonly light: number;
  /** Small differences between drawings of one motif, each 0 to 1. */
  readonly turns: readonly [number, number, number];
}

export const MOTIFS = ['vase', 'bowl', 'clock', 'picture', 'books', 'teapot', 'jewel', 'chair', 'lamp', 'bottle', 'globe', 'violin', 'camera', 'engine', 'candles'] as const;
export type Motif = (typeof MOTIFS)[number];

/** Words in a title that tell what the thing is, in English and German. */
const TELLING: ReadonlyArray<readonly [RegExp, Motif]> = [
  [/bottle|wine|whisky|cognac|port\b|saint-émilion|flasche|wein/, 'bottle'],
  [/globe|globus/, 'globe'],
  [/violin|guitar|cello|viola|lute|geige|gitarre/, 'violin'],
  [/camera|lens|kamera|objektiv/, 'camera'],
  [/locomotive|railway|train\b|engine|eisenbahn|lokomotive/, 'engine'],
  [/candle|kerze|leuchter/, 'candles'],
  [/clock|watch|chrono|regulator|uhr/, 'clock'],
  [/tea|coffee|kettle|pot\b|kanne/, 'teapot'],
  [/paint|print|\boil on\b|portrait|landscape|drawing|photo|\bmap\b|poster|lithograph|engraving|gemälde|bild|stich/, 'picture'],
  [/book|volume|edition|atlas|manuscript|letter|bible|buch/, 'books'],
  [/\brings?\b|earring|necklace|brooch|diamond|emerald|pearl|jewel|gold|coin|schmuck|kette/, 'jewel'],
  [/chair|stool|sofa|desk|table|cabinet|stuhl|tisch/, 'chair'],
  [/lamp|lantern|light|leuchte/, 'lamp'],
  [/bowl|dish|plate|cup|spoon|silver|schale|teller|löffel/, 'bowl'],
  [/vase|jug|\burn\b|jar\b|glass|porcelain|amphora|krug/, 'vase'],
];

const PALETTES: ReadonlyArray<Drawing['colours']> = [
  ['#2f4a46', '#5d7f76', '#1d2f2d', '#d9a441', '#a8772a'],
  ['#6b3b34', '#a06a5b', '#40221f', '#e5d3b3', '#b79c74'],
  ['#31405c', '#64789b', '#1f2a3e', '#d8c7a3', '#a58e63'],
  ['#7a6a4f', '#b3a27f', '#4b402e', '#2f5d62', '#1f4145'],
  ['#4a3a52', '#7f6b8a', '#2e2435', '#e0b7a0', '#b08268'],
  ['#38533a', '#6f8f6c', '#233625', '#e8dcc0', '#bca77c'],
  ['#8a5a3c', '#c39a75', '#573722', '#294861', '#1b3145'],
  ['#5a5f63', '#959b9f', '#383c3f', '#c4553b', '#8f3926'],
];

export function drawingOf(lot: string, title: string): Drawing {
  const chance = chanceFrom(lot);
  const told = TELLING.find(([words]) => words.test(title.toLowerCase()))?.[1];
  const any = MOTIFS[Math.floor(chance() * MOTIFS.length)]!;
  return {
    motif: told ?? any,
    colours: PALETTES[Math.floor(chance() * PALETTES.length)]!,
    light: Math.round(20 + chance() * 60),
    turns: [chance(), chance(), chance()],
  };
}

/** Numbers from 0 to below 1 that only depend on the text (FNV-1a, then mulberry32). */
function chanceFrom(text: string): () => number {
  let seed = 0x811c9dc5;
  for (const letter of text) seed = Math.imul(seed ^ letter.codePointAt(0)!, 0x01000193);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
