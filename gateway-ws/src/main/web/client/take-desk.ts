import { take, type Taking } from './api';
import type { BidResult } from './bid-desk';
import { Problem } from './http';
import { newId } from './new-id';

const ASK_AGAIN_MS = 1_000;
const ASK_FOR_MS = 30_000;
const TOO_MANY = 429;

/** Buys a lot or accepts its price: asked again under the same id, which can never count twice, until it is decided. */
export async function taken(lot: string, what: Taking, token: string | undefined): Promise<BidResult> {
  const id = newId();
  const until = performance.now() + ASK_FOR_MS;
  do {
    try {
      const decision = await take(lot, what, id, token);
      if (decision) return { kind: 'decided', decision };
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (isFinal(failed)) return { kind: 'refused', error: { type: 'error', code: `http-${failed.status}`, message: failed.message, id, lot } };
    }
    await new Promise((soon) => window.setTimeout(soon, ASK_AGAIN_MS));
  } while (performance.now() < until);
  return { kind: 'unknown' };
}

function isFinal({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== TOO_MANY;
}
