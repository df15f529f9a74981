import type { GavelClient } from '../../../main/web/client/gavel-client';
import type { LotEvent } from '../../../main/web/client/protocol';
import type { LotWatcher } from '../../../main/web/client/watched-lot';
import { FollowedLot } from '../../../main/web/lots/followed-lot';
import { same } from '../expect';
import { EVENT } from './a-lot';

const version = (version: number): LotEvent => ({ ...EVENT, version });

Deno.test('what a lot tells while what came before is fetched is in its history, too', async () => {
  let tell: LotWatcher['onEvent'] = () => {};
  let answer: (events: readonly LotEvent[]) => void = () => {};
  const client = {
    watch: (_lot: string, watcher: LotWatcher) => ((tell = watcher.onEvent), { stop: () => {} }),
    api: { logOf: () => new Promise<readonly LotEvent[]>((resolve) => (answer = resolve)) },
  } as unknown as GavelClient;
  const page = { addController: () => {}, requestUpdate: () => {} } as unknown as ConstructorParameters<typeof FollowedLot>[0];
  const followed = new FollowedLot(page, () => [client, 'lot-1'], () => {});
  followed.hostConnected();
  tell(version(3), undefined);
  tell(version(4), undefined);
  answer([version(1), version(2)]);
  await new Promise<void>((then) => setTimeout(then, 0));
  same(followed.events.map((event) => event.version), [4, 3, 2, 1]);
});
