import { Problem } from '../client/http';
import type { GavelClient } from '../client/gavel-client';
import { newId } from '../client/new-id';
import type { Decision } from '../client/protocol';
import { problemInWords } from '../words/problem';
import type { Act } from './acts';

/** What is said with an act; all of it is public. */
export interface Said {
  readonly reason: string;
  /** To extend by. */
  readonly minutes?: number;
}

/** What became of an act. `unknown`: the log may have taken it, or may yet. */
export type Result =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: string; readonly detail: string | undefined }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'unknown' };

/** Sends the same command under the same id: what was decided, or undefined while nothing was. */
export type Attempt = () => Promise<Decision | undefined>;

const MOST_ATTEMPTS = 5;
const ASK_AGAIN_MS = 1_000;
const TOO_MANY = 429;

/** Acts on a lot, and waits for what the log decides: asked again under the same id, at most five times, which can never count twice. */
export function act(client: GavelClient, lot: string, what: Act, said: Said): Promise<Result> {
  const body = { id: newId(), ...said };
  const path = `/api/v1/lots/${encodeURIComponent(lot)}/${what}`;
  return decided(
    async () => {
      const told = (await (await client.call(path, { body, expected: 409 })).json()) as Decision | { status: string };
      return 'type' in told ? told : undefined;
    },
    () => new Promise((soon) => window.setTimeout(soon, ASK_AGAIN_MS)),
  );
}

export async function decided(attempt: Attempt, pause: () => Promise<void>): Promise<Result> {
  let mayBeInTheLog = false;
  let why = '';
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
    if (attempts > 0) await pause();
    try {
      const decision = await attempt();
      if (decision) return resultOf(decision);
      mayBeInTheLog = true;
    } catch (failed) {
      if (!(failed instanceof Problem)) throw failed;
      if (isFinal(failed)) return mayBeInTheLog ? { kind: 'unknown' } : { kind: 'failed', why: problemInWords(failed) };
      mayBeInTheLog ||= failed.status !== TOO_MANY;
      why = problemInWords(failed);
    }
  }
  return mayBeInTheLog ? { kind: 'unknown' } : { kind: 'failed', why };
}

function resultOf({ outcome, reason = 'invalid', detail }: Decision): Result {
  return outcome === 'accepted' ? { kind: 'done' } : { kind: 'refused', reason, detail };
}

function isFinal({ status }: Problem): boolean {
  return status >= 400 && status < 500 && status !== TOO_MANY;
}
