import type { GavelClient } from '../client/gavel-client';
import { Problem } from '../client/http';
import type { Lot } from '../client/protocol';
import { watchlist, watchlistChanges } from '../watching/watchlist';
import { mentionIn } from './notes';

/** Of the lots one watches, so many are looked after, the newest first. */
const MOST_LOOKED_AFTER = 50;
/** A lot that is paused near its end is not asked for all the time. */
const LEAST_WAIT_MS = 15_000;
/** No wait is longer, so that a lot whose end moved to and fro is looked at again. */
const LOOK_AGAIN_MS = 30 * 60_000;

/** Tells of the lots an account watches shortly before they end, each once; they are looked at one after the other. Answers with how to stop. */
export function endingLots(client: GavelClient, say: (lot: Lot) => void): () => void {
  const timers = new Map<string, number>();
  const said = new Set<string>();
  let looking = Promise.resolve();
  let stopped = false;

  const soon = (id: string): void => {
    looking = looking.then(() => (stopped || !timers.has(id) ? undefined : look(id)));
  };
  const look = async (id: string): Promise<void> => {
    const lot = await client.api.lot(id).catch(noAnswer);
    if (stopped || !timers.has(id) || lot?.event.status === 'closed') return;
    const wait = lot ? mentionIn(lot.event.closesAt, client.clock.now()) : LOOK_AGAIN_MS;
    if (wait === 0 && lot?.event.status === 'open') {
      said.add(id);
      say(lot);
    } else if (wait !== undefined) {
      const within = Math.min(Math.max(wait, LEAST_WAIT_MS), LOOK_AGAIN_MS);
      timers.set(
        id,
        window.setTimeout(() => soon(id), within),
      );
    }
  };
  const follow = (): void => {
    const wanted = watchlist(client.session.who?.account).slice(0, MOST_LOOKED_AFTER);
    for (const [id, timer] of timers) {
      if (wanted.includes(id)) continue;
      window.clearTimeout(timer);
      timers.delete(id);
    }
    for (const id of wanted) {
      if (timers.has(id) || said.has(id)) continue;
      timers.set(id, 0);
      soon(id);
    }
  };
  const stops = [watchlistChanges.on(follow), client.session.changes.on(follow)];
  follow();
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    for (const timer of timers.values()) window.clearTimeout(timer);
  };
}

function noAnswer(failed: unknown): undefined {
  if (!(failed instanceof Problem)) throw failed;
  return undefined;
}
