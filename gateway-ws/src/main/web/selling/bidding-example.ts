import type { Ladder } from '../client/protocol';
import { rungs, stepAt } from '../ladder';

/** Where an English lot stands in an example: what the leader's maximum is, only the example knows. */
export interface Stand {
  readonly price: number;
  readonly leader: string | undefined;
  readonly max: number;
}

export interface ExampleBid {
  readonly who: string;
  /** The maximum named. */
  readonly amount: number;
  readonly after: Stand;
}

interface Terms {
  readonly startingPrice: number;
  readonly ladder: Ladder;
  readonly reserve: number | undefined;
}

/** One bid by the rules of English lots (docs/rules.md), the reserve included. */
export function bid(before: Stand, who: string, amount: number, { ladder, reserve }: Terms): Stand {
  const step = (price: number): number => price + stepAt(ladder, price);
  const lifted = (price: number, max: number): number => (reserve !== undefined && max >= reserve ? Math.max(price, reserve) : price);
  if (before.leader === undefined) return { price: lifted(before.price, amount), leader: who, max: amount };
  if (amount <= before.max) return { ...before, price: Math.max(before.price, Math.min(before.max, step(amount))) };
  return { price: lifted(Math.max(before.price, Math.min(amount, step(before.max))), amount), leader: who, max: amount };
}

/** Two people who bid against each other: one leads, the other is outbid at once and then goes higher. */
export function exampleOf(one: string, other: string, terms: Terms): readonly ExampleBid[] {
  const start: Stand = { price: terms.startingPrice, leader: undefined, max: 0 };
  const steps = rungs(terms.ladder, terms.startingPrice, 8);
  const bids: ExampleBid[] = [];
  const say = (who: string, amount: number): void => {
    bids.push({ who, amount, after: bid(bids.at(-1)?.after ?? start, who, amount, terms) });
  };
  say(one, steps[4]!);
  const next = bids[0]!.after.price + stepAt(terms.ladder, bids[0]!.after.price);
  say(other, Math.max(next, steps[2]!));
  if (bids[1]!.after.leader === one) say(other, Math.max(steps[7]!, steps[4]! + stepAt(terms.ladder, steps[4]!), terms.reserve ?? 0));
  return bids;
}
