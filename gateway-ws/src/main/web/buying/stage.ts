import type { Charge } from '../sale';
import type { OwnStanding, Purchase, PurchaseInFull } from './own';

/** Where a purchase is, seen by `account`: what he would say of it. */
export type Stage = 'to-pay' | 'paid' | 'offered' | 'offered-elsewhere' | 'defaulted' | 'gone' | 'unsold' | 'cancelled';

export function stageOf(sale: Purchase, account: string | undefined): Stage {
  const own = sale.buyer !== undefined && sale.buyer === account;
  switch (sale.state) {
    case 'awaiting-payment':
      return own ? 'to-pay' : 'gone';
    case 'paid':
    case 'sold-by-offer':
      return own ? 'paid' : 'gone';
    case 'offered':
      return sale.offer !== undefined && sale.offer.to === account ? 'offered' : 'offered-elsewhere';
    case 'defaulted':
    case 'unsold':
    case 'cancelled':
      return sale.state;
  }
}

/** What the newest charge of `account` says of the payment; undefined where nothing was asked for. */
export function newestCharge(sale: PurchaseInFull, account: string | undefined): Charge | undefined {
  return sale.charges?.filter(({ debtor }) => debtor === account).at(-1);
}

/** Whether an answer is still on its way, so that it is worth looking again. */
export function isPending(sale: PurchaseInFull, account: string | undefined): boolean {
  return stageOf(sale, account) === 'to-pay' && newestCharge(sale, account)?.status === 'asked';
}

/** Whether somebody may have his payment tried again. */
export function mayPay(sale: PurchaseInFull, account: string | undefined): boolean {
  return stageOf(sale, account) === 'to-pay' && newestCharge(sale, account)?.status === 'declined';
}

/** What is said of a lot one has bid on: a won one may be to pay. */
export type BidStage = OwnStanding | 'to-pay';

export function bidStage(standing: OwnStanding, toPay: boolean): BidStage {
  return standing === 'won' && toPay ? 'to-pay' : standing;
}
