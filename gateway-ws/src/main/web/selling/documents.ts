import { save } from '../look/save';
import type { SellerCalls } from './seller-calls';

/** How long an opened document may take to be read by its window. */
const KEPT_FOR_MS = 60_000;

/** Saves a statement as a file. */
export async function download(calls: SellerCalls, lot: string, name: string, type: 'html' | 'pdf'): Promise<void> {
  save(await calls.document(lot, name, type), `${name}.${type}`);
}

/** Shows a statement in a window of its own, as PDF: an HTML page would be bound to this page's policy. Rejects with a Problem. */
export async function open(calls: SellerCalls, lot: string, name: string): Promise<void> {
  const shown = window.open('', '_blank');
  try {
    const address = kept(await calls.document(lot, name, 'pdf'));
    if (shown) shown.location.href = address;
  } catch (failed) {
    shown?.close();
    throw failed;
  }
}

function kept(file: Blob): string {
  const address = URL.createObjectURL(file);
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
  return address;
}
