import type { Charge } from '../sale';
import type { Needed, WholeSale } from './office';

/** Why somebody should look at a sale: since when, and what was said. */
export interface Reason {
  readonly what: Needed['what'] | 'declined' | 'defaulted' | 'other';
  readonly since: string;
  /** By the provider; empty if it was not asked. */
  readonly said: string;
}

/** The reasons, the oldest first; there is always one. */
export function reasons({ lot, state, at, charges = [], history = [] }: WholeSale, needed: readonly Needed[]): readonly Reason[] {
  const found: Reason[] = needed.filter((each) => each.lot === lot).map(({ what, since, why }) => ({ what, since, said: why }));
  const changed = history.at(-1)?.at ?? at;
  if (state === 'defaulted') found.push({ what: 'defaulted', since: history.findLast((step) => step.what === 'deadline')?.at ?? changed, said: '' });
  if (state === 'awaiting-payment' && charges.at(-1)?.status === 'declined' && !found.some(({ what }) => what === 'unclear')) {
    found.push({ what: 'declined', since: history.findLast((step) => step.what === 'no-payment')?.at ?? changed, said: '' });
  }
  if (found.length === 0) found.push({ what: 'other', since: changed, said: '' });
  return found.sort((one, other) => one.since.localeCompare(other.since));
}

/** What an operator can do about a sale, as the calls are named. */
export type Step =
  | { readonly does: 'cancel' | 'retry' }
  | { readonly does: 'payments' | 'declined-payments' | 'refunds' | 'retried-refunds'; readonly charge: Charge };

/** What makes sense in its state; the service decides all the same. */
export function steps({ state, charges = [] }: WholeSale, needed: readonly Needed[]): readonly Step[] {
  const last = charges.at(-1);
  const waits = state === 'awaiting-payment' || state === 'defaulted';
  const money = charges.flatMap((charge): Step[] => {
    if (charge.status === 'owed-back') return [{ does: 'retried-refunds', charge }, { does: 'refunds', charge }];
    const unclear = needed.some((each) => each.charge === charge.charge && each.what === 'unclear');
    const open = waits && charge === last && (charge.status === 'asked' || charge.status === 'declined');
    if (!unclear && !open) return [];
    return charge.status === 'asked' || unclear ? [{ does: 'payments', charge }, { does: 'declined-payments', charge }] : [{ does: 'payments', charge }];
  });
  const retry: readonly Step[] = state === 'defaulted' || (state === 'awaiting-payment' && last?.status === 'declined') ? [{ does: 'retry' }] : [];
  const cancel: readonly Step[] = waits || state === 'offered' ? [{ does: 'cancel' }] : [];
  return [...retry, ...money, ...cancel];
}
