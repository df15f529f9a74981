import type { GavelClient } from './client/gavel-client';
import type { Outcome } from './client/protocol';

/** Where a sale is; docs/settlement.md has what leads from one to another. */
export type SaleState = 'awaiting-payment' | 'paid' | 'defaulted' | 'offered' | 'sold-by-offer' | 'unsold' | 'cancelled';

/** What both sides of a sale are told of it; who bought is only there for whom it concerns. */
export interface ToldSale {
  readonly lot: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly state: SaleState;
  readonly hammer?: number;
  readonly currency: string;
  readonly at: string;
  readonly buyer?: string;
}

export interface Charge {
  readonly charge: string;
  readonly debtor: string;
  readonly amount: number;
  readonly status: 'asked' | 'declined' | 'taken' | 'owed-back' | 'given-back';
}

export interface IssuedDocument {
  readonly name: string;
  readonly kind: 'invoice' | 'credit-note' | 'statement';
  readonly at: string;
}

/** A document of a sale as a file: a link could not bring the token along. */
export async function documentOf(client: GavelClient, lot: string, name: string, as: 'pdf' | 'html'): Promise<Blob> {
  return (await client.call(`/api/v1/sales/${encodeURIComponent(lot)}/documents/${encodeURIComponent(name)}.${as}`)).blob();
}
