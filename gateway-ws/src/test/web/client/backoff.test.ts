import { backoffMs } from '../../../main/web/client/backoff';
import { same } from '../expect';
import { aClient } from './by-hand';

Deno.test('the bound of a wait doubles from half a second to 15 s', () => {
  same([0, 1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backoffMs(attempt, () => 1)), [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
});

Deno.test('a wait is anything from nothing up to its bound', () => {
  same([0, 0.25, 0.5].map((chance) => backoffMs(3, () => chance)), [0, 1_000, 2_000]);
});

Deno.test('a connection that never comes about is tried again after longer and longer waits', async () => {
  const { at } = aClient();
  for (const wait of [500, 1_000, 2_000]) {
    const before = at.sockets.length;
    at.socket.fall();
    await at.pass(wait - 2);
    same(at.sockets.length, before);
    await at.pass(2);
    same(at.sockets.length, before + 1);
  }
});

Deno.test('one that falls right behind its welcome does not begin small again; one that worked does', async () => {
  const { at } = aClient();
  at.socket.fall();
  await at.pass(500);
  at.socket.welcome();
  at.socket.fall();
  await at.pass(998);
  same(at.sockets.length, 2);
  await at.pass(2);
  at.socket.welcome();
  await at.pass(5_000);
  at.socket.fall();
  await at.pass(500);
  same(at.sockets.length, 4);
});
