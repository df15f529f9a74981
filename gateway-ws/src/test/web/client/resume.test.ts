import type { Position } from '../../../main/web/client/watched-lot';
import type { WatchOptions } from '../../../main/web/client/watches';
import { sha256 } from '../../../main/web/client/sha256';
import { same } from '../expect';
import { LOT, aLog, logFrame, snapshotFrame, stateFrame } from './a-lot';
import { aClient, type ByHand } from './by-hand';

const LOG = aLog(9);
const events = (from: number, to: number): string[] => LOG.slice(from - 1, to);
const positionAt = (version: number): Position => ({ version, hash: sha256(LOG[version - 1]!) });

function watching(options?: WatchOptions) {
  const { client, at } = aClient();
  at.socket.welcome();
  const told: unknown[] = [];
  const watch = (how?: WatchOptions) =>
    client.watch(
      LOT,
      {
        onEvent: (event) => told.push(event.version),
        onMissed: ({ after, version }) => told.push(`missed ${after}-${version}`),
        onError: ({ code }) => told.push(code),
      },
      how,
    );
  return { client, at, told, watch, watching: watch(options) };
}

async function reconnected(at: ByHand): Promise<void> {
  at.socket.fall();
  await at.pass(15_000);
  at.socket.welcome();
}

Deno.test('a watch begins with what is true now and goes on in order', () => {
  const { at, told, watching: { position } } = watching();
  same([at.socket.saidOf('watch'), position], [[{ type: 'watch', lot: LOT, feed: 'log' }], undefined]);
  at.socket.hear(snapshotFrame(LOG[3]!));
  at.socket.hear(logFrame(events(5, 6)));
  same(told, [4, 5, 6]);
});

Deno.test('after a fall it goes on behind the last version, and drops what it has', async () => {
  const { at, told } = watching();
  at.socket.hear(snapshotFrame(LOG[3]!));
  at.socket.hear(logFrame(events(5, 5)));
  await reconnected(at);
  same(at.socket.saidOf('watch'), [{ type: 'watch', lot: LOT, feed: 'log', after: 5 }]);
  at.socket.hear(logFrame(events(6, 7), true));
  at.socket.hear(logFrame(events(7, 8)));
  same(told, [4, 5, 6, 7, 8]);
});

Deno.test('the position is the head of the chain, and is where another client goes on', () => {
  const first = watching();
  first.at.socket.hear(snapshotFrame(LOG[3]!));
  first.at.socket.hear(logFrame(events(5, 5)));
  same(first.watching.position, positionAt(5));

  const second = watching({ after: first.watching.position! });
  same(second.at.socket.saidOf('watch')[0]!['after'], 5);
  second.at.socket.hear(logFrame([], true));
  second.at.socket.hear(logFrame(events(6, 6)));
  same([second.told, second.watching.position], [[6], positionAt(6)]);
});

Deno.test('the whole log is what comes behind 0', () => {
  const { at, told } = watching({ after: 0 });
  at.socket.hear(logFrame(events(1, 5), true));
  same(told, [1, 2, 3, 4, 5]);
});

Deno.test('its first event follows nothing', () => {
  const { at, told } = watching({ after: 0 });
  at.socket.hear(logFrame([LOG[0]!.replace('"prev":"0', '"prev":"1')], true));
  same(told, ['broken-log']);
});

Deno.test('an event that has not the hash of the one before it is not told, and ends the watch', () => {
  const { at, told } = watching();
  at.socket.hear(snapshotFrame(LOG[3]!));
  at.socket.hear(logFrame([LOG[4]!.replace('500', '501'), LOG[5]!]));
  at.socket.hear(logFrame(events(7, 7)));
  same([told, at.socket.saidOf('unwatch').length], [[4, 5, 'broken-log'], 1]);
});

Deno.test('so is one that does not follow the position it went on from', () => {
  const { at, told } = watching({ after: { version: 5, hash: 'f'.repeat(64) } });
  at.socket.hear(logFrame(events(6, 6), true));
  same(told, ['broken-log']);
});

Deno.test('a log that became shorter is a broken one', async () => {
  const { at, told } = watching();
  at.socket.hear(snapshotFrame(LOG[5]!));
  await reconnected(at);
  at.socket.hear(snapshotFrame(LOG[2]!));
  same(told, [6, 'broken-log']);
});

Deno.test('what could not be recovered is told as missed', async () => {
  const { at, told } = watching();
  at.socket.hear(snapshotFrame(LOG[1]!));
  await reconnected(at);
  at.socket.hear(snapshotFrame(LOG[6]!));
  at.socket.hear(logFrame(events(8, 8)));
  same(told, [2, 'missed 2-7', 7, 8]);
});

Deno.test('a hole is asked for once, and filled', () => {
  const { at, told } = watching();
  at.socket.hear(snapshotFrame(LOG[1]!));
  at.socket.hear(logFrame(events(5, 5)));
  at.socket.hear(logFrame(events(6, 6)));
  same(at.socket.saidOf('watch').slice(1), [{ type: 'watch', lot: LOT, feed: 'log', after: 2 }]);
  at.socket.hear(logFrame(events(3, 6), true));
  at.socket.hear(logFrame(events(7, 7)));
  same(told, [2, 3, 4, 5, 6, 7]);
});

Deno.test('a hole that was asked for in vain is asked for again by heartbeats', () => {
  const { at } = watching();
  at.socket.hear(snapshotFrame(LOG[1]!));
  at.socket.hear(logFrame(events(5, 5)));
  const beat = { type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: { [LOT]: 5 } };
  at.socket.hear(beat);
  at.socket.hear(beat);
  same(at.socket.saidOf('watch').map(({ after }) => after), [null, 2, 2]);
});

Deno.test('a version that only heartbeats speak of is asked for at the second one', () => {
  const { at } = watching();
  at.socket.hear(snapshotFrame(LOG[1]!));
  const beat = { type: 'heartbeat', serverTime: '2026-11-22T14:00:00.000Z', versions: { [LOT]: 3 } };
  at.socket.hear(beat);
  same(at.socket.saidOf('watch').length, 1);
  at.socket.hear(beat);
  same(at.socket.saidOf('watch').slice(1), [{ type: 'watch', lot: LOT, feed: 'log', after: 2 }]);
});

Deno.test('who joins later with a past of his own gets it, and nobody else gets it again', () => {
  const { at, told, watch } = watching();
  at.socket.hear(snapshotFrame(LOG[4]!));
  watch({ after: 2 });
  same(at.socket.saidOf('watch').at(-1)!['after'], 2);
  at.socket.hear(logFrame(events(3, 5), true));
  at.socket.hear(logFrame(events(6, 6)));
  same(told, [5, 3, 4, 5, 6, 6]);
});

Deno.test('the state feed tells what is newer; one who wants the log makes it the log', () => {
  const { at, told, watch } = watching({ feed: 'state' });
  at.socket.hear(snapshotFrame(LOG[0]!));
  at.socket.hear(stateFrame(LOG[3]!));
  at.socket.hear(stateFrame(LOG[2]!));
  watch();
  same(at.socket.saidOf('watch').at(-1), { type: 'watch', lot: LOT, feed: 'log', after: 4 });
  at.socket.hear(logFrame(events(5, 5), true));
  same(told, [1, 4, 4, 5, 5]);
});

Deno.test('a lot that is refused for now is asked for again when the gateway said, one that is unknown is not', async () => {
  const { at, told } = watching();
  at.socket.hear({ type: 'error', code: 'unavailable', message: 'later', lot: LOT, retryAfterMs: 1_000 });
  await at.pass(999);
  same(at.socket.saidOf('watch').length, 1);
  await at.pass(1);
  same(at.socket.saidOf('watch').length, 2);
  at.socket.hear({ type: 'error', code: 'unknown-lot', message: 'there is no such lot', lot: LOT });
  same(told, ['unknown-lot']);
});

Deno.test('a watcher that throws keeps nobody from hearing', () => {
  const { at, told, client } = watching();
  client.connection.frames.on(() => {
    throw new Error('a defect of the page');
  });
  const heard: string[] = [];
  client.connection.frames.on(({ type }) => heard.push(type));
  const thrown: unknown[] = [];
  const later = globalThis.queueMicrotask;
  globalThis.queueMicrotask = (call) => {
    try {
      call();
    } catch (failed) {
      thrown.push((failed as Error).message);
    }
  };
  try {
    client.watch(LOT, {
      onEvent: () => {
        throw new Error('a defect of the page');
      },
    });
    at.socket.hear(snapshotFrame(LOG[0]!));
    at.socket.hear(logFrame(events(2, 2)));
  } finally {
    globalThis.queueMicrotask = later;
  }
  same([told, heard, thrown.length], [[1, 2], ['snapshot', 'log'], 4]);
});

Deno.test('stopped is stopped', async () => {
  const { at, told, watching: { stop } } = watching();
  at.socket.hear(snapshotFrame(LOG[0]!));
  stop();
  stop();
  same(at.socket.saidOf('unwatch').length, 1);
  at.socket.hear(logFrame(events(2, 2)));
  await reconnected(at);
  same([told, at.socket.saidOf('watch')], [[1], []]);
});
