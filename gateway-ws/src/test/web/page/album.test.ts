import { Album } from '../../../main/web/photos/album';
import { sendWith, type Send, type Sent } from '../../../main/web/photos/sending';
import { same } from '../expect';

const file = (name: string, size = 10, type = 'image/jpeg') => new File([new Uint8Array(size)], name, { type });

/** Too large even to be made smaller; its size is only said. */
const HUGE = Object.defineProperty(file('huge'), 'size', { value: 60 * 1024 * 1024 + 1 });

/** An album whose files are answered by hand, in the order in which they are sent. */
function album() {
  const answers: Array<(sent: Sent) => void> = [];
  const told: boolean[] = [];
  const waits: number[] = [];
  const send: Send = () => new Promise((answer) => answers.push(answer));
  const made = new Album(
    send,
    (ids) => told.push(ids),
    (ms) => Promise.resolve(void waits.push(ms)),
  );
  const answer = async (sent: Sent): Promise<void> => {
    answers.shift()?.(sent);
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { album: made, answers, answer, told, waits };
}

Deno.test('two files are sent at a time, and each becomes a photo in its place', async () => {
  const { album: photos, answers, answer } = album();
  photos.add([file('a'), file('b'), file('c')]);
  same(answers.length, 2);
  await answer({ id: 'A' });
  same([photos.ids, answers.length, photos.busy], [['A'], 2, true]);
  await answer({ id: 'B' });
  await answer({ id: 'C' });
  same([photos.ids, photos.busy], [['A', 'B', 'C'], false]);
});

Deno.test('what cannot be a photo, is too large or one too many is said, and the others are sent', () => {
  const { album: photos, answers } = album();
  photos.show('abcdefghijk'.split(''));
  photos.add([file('text', 5, 'text/plain'), HUGE, file('twelfth'), file('thirteenth')]);
  same(
    photos.shots.slice(11).map(({ name, refused }) => [name, refused]),
    [['twelfth', undefined], ['text', 'no-photo'], ['huge', 'too-large'], ['thirteenth', 'too-many']],
  );
  photos.move(photos.shots[11]?.key ?? 0, 12);
  same(photos.shots[11]?.name, 'twelfth');
  same([photos.room, answers.length], [0, 1]);
});

Deno.test('who is busy is asked again when he said so, and in the end given up', async () => {
  const { album: photos, answer, waits } = album();
  photos.add([file('a')]);
  await answer({ busyMs: 2000 });
  await answer({ id: 'A' });
  same([photos.ids, waits], [['A'], [2000]]);
  photos.add([file('b')]);
  for (let i = 0; i < 6; i++) await answer({ busyMs: 1 });
  same(photos.shots[1]?.refused, 'not-sent');
});

Deno.test('the same photo twice is there once', async () => {
  const { album: photos, answer } = album();
  photos.show(['A']);
  photos.add([file('a again')]);
  await answer({ id: 'A' });
  same([photos.ids, photos.shots.length], [['A'], 1]);
});

Deno.test('photos are moved and removed, also before they are there', async () => {
  const { album: photos, answer } = album();
  photos.show(['A', 'B', 'C']);
  const [first, , third] = photos.shots;
  photos.move(third?.key ?? 0, 0);
  photos.move(first?.key ?? 0, 9);
  same(photos.ids, ['C', 'A', 'B']);
  photos.remove(first?.key ?? 0);
  photos.add([file('given up'), file('kept')]);
  photos.remove(photos.shots[2]?.key ?? 0);
  await answer({ id: 'X' });
  await answer({ id: 'D' });
  same(photos.ids, ['C', 'B', 'D']);
});

Deno.test('what comes from outside does not stop what is on its way', async () => {
  const { album: photos, answer, told } = album();
  photos.add([file('a')]);
  photos.show(['X', 'Y']);
  await answer({ id: 'A' });
  same(photos.ids, ['X', 'Y', 'A']);
  same(told.at(-1), true);
});

Deno.test('a large photo that this browser cannot make smaller is refused, and nothing fails', async () => {
  const make = globalThis.createImageBitmap;
  globalThis.createImageBitmap = () => Promise.resolve({ width: 1, height: 1 } as ImageBitmap);
  try {
    const sent = await sendWith(() => undefined)(file('large', 6 * 1024 * 1024), () => {}, new AbortController().signal);
    same(sent, { refused: 'too-large' });
  } finally {
    globalThis.createImageBitmap = make;
  }
});
