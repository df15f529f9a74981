import type { LotEvent } from '../client/protocol';

/** What the auctioneer can do to a lot, as the calls are named. */
export const ACTS = ['pause', 'resume', 'extend', 'hammer', 'cancel'] as const;
export type Act = (typeof ACTS)[number];

/** What is possible in the state a lot is in; the log decides all the same. */
export function possible({ status }: LotEvent): readonly Act[] {
  switch (status) {
    case 'scheduled':
      return ['cancel'];
    case 'open':
      return ['pause', 'extend', 'hammer', 'cancel'];
    case 'paused':
      return ['resume', 'extend', 'cancel'];
    case 'closed':
      return [];
  }
}

/** What an act would do now, by a stable word: an end by the hammer depends on who leads, and on the reserve. */
export type Effect = Exclude<Act, 'hammer'> | 'sells' | 'passes' | 'below-reserve' | 'sells-hidden';

/** `hidden` says that nobody sees the bids, such as on a sealed lot. */
export function effect(act: Act, event: LotEvent, hidden: boolean): Effect {
  if (act !== 'hammer') return act;
  if (hidden) return event.bids > 0 ? 'sells-hidden' : 'passes';
  if (event.leader == null) return 'passes';
  return event.reserve === 'not-met' ? 'below-reserve' : 'sells';
}
