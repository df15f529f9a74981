import type { GavelClient } from '../client/gavel-client';
import { save } from '../look/save';
import { documentOf } from '../sale';

/** How long an opened document may take to be read by its window. */
const KEPT_FOR_MS = 60_000;

/** Saves a statement as a file. */
export async function download(client: GavelClient, lot: string, name: string, type: 'html' | 'pdf'): Promise<void> {
  save(await documentOf(client, lot, name, type), `${name}.${type}`);
}

/** Shows a statement in a window of its own, as PDF: an HTML page would be bound to this page's policy. Rejects with a Problem. */
export async function open(client: GavelClient, lot: string, name: string): Promise<void> {
  const shown = window.open('', '_blank');
  try {
    const address = kept(await documentOf(client, lot, name, 'pdf'));
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
