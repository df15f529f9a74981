import { same } from '../expect';

const css = Deno.readTextFileSync(new URL('../../../main/web/look/tokens.css', import.meta.url));
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]),
);

/** WCAG 2.2: text and what it stands on, 4.5:1. */
const TEXT: ReadonlyArray<readonly [text: string, ...on: string[]]> = [
  ['ink', 'paper', 'card', 'raised', 'accent-soft', 'alert-soft', 'brass-soft'],
  ['muted', 'paper', 'card', 'raised'],
  ['accent', 'paper', 'card', 'raised', 'accent-soft'],
  ['alert', 'paper', 'card', 'raised', 'alert-soft'],
  ['brass', 'paper', 'card', 'brass-soft'],
  ['on-accent', 'accent', 'accent-strong'],
];
/** The edges of controls, and the focus, 3:1. */
const EDGES: ReadonlyArray<readonly [edge: string, ...on: string[]]> = [
  ['field-line', 'paper', 'card', 'raised'],
  ['focus', 'paper', 'card', 'raised'],
];

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

Deno.test('contrast is what WCAG says it is', () => {
  same([contrast('#ffffff', '#000000'), contrast('#777777', '#ffffff').toFixed(2)], [21, '4.48']);
});

for (const [pairs, least] of [
  [TEXT, 4.5],
  [EDGES, 3],
] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    Deno.test(`in the ${scheme}, ${least === 3 ? 'edges' : 'text'} can be seen: ${least}:1`, () => {
      const weak = pairs.flatMap(([front, ...grounds]) =>
        grounds
          .map((ground) => [`${front} on ${ground}`, contrast(tokens.get(front)![scheme], tokens.get(ground)![scheme])] as const)
          .filter(([, ratio]) => ratio < least)
          .map(([pair, ratio]) => `${pair}: ${ratio.toFixed(2)}`),
      );
      same(weak, []);
    });
  }
}
