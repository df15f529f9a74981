import type { Ladder } from './client/protocol';

/** The step of the last rung that starts at or below `price`. */
export function stepAt(ladder: Ladder, price: number): number {
  return ladder.filter(([from]) => from <= price).at(-1)?.[1] ?? ladder[0]?.[1] ?? 1;
}

/** `count` amounts worth offering: `from`, and on from there by the ladder. */
export function rungs(ladder: Ladder, from: number, count: number): readonly number[] {
  const amounts = [from];
  while (amounts.length < count) amounts.push(amounts.at(-1)! + stepAt(ladder, amounts.at(-1)!));
  return amounts;
}
