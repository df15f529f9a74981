import type { Api, Taking } from './api';
import { Problem } from './http';
import type { BidResult } from './pending-bid';
import type { Surroundings } from './surroundings';

const ASK_AGAIN_MS = 1_000;
const ASK_FOR_MS = 30_000;
const TOO_MANY = 429;

/** Buys a lot or accepts its price: asked again under the same id, which can never count twice, until it is decided, for 30 s. */
export async function taken(api: Api, around: Surroundings, lot: string, what: Taking): Promise<BidResult> {
  const id = around.newId();
  const until = around.now() + ASK_FOR_MS;
  let mayBeInTheLog = false;
  do {
    let waitMs = ASK_AGAIN_MS;
    try {
      const decision = await api.take(lot, what, id);
      if (decision) return { kind: 'decided', id, decision };
      mayBeInTheLog = true;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (isFinal(failed) && !mayBeInTheLog) return { kind: 'refused', id, error: errorOf(failed, id, lot) };
      mayBeInTheLog ||= failed.status !== TOO_MANY;
      waitMs = failed.retryAfterMs ?? ASK_AGAIN_MS;
    }
    await new Promise<void>((soon) => around.later(waitMs, soon));
  } while (around.now() < until);
  return { kind: mayBeInTheLog ? 'undecided' : 'not-sent', id };
}

function errorOf({ status, message }: Problem, id: string, lot: string) {
  return { type: 'error', code: `http-${status}`, message, id, lot } as const;
}

function isFinal({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== TOO_MANY;
}
