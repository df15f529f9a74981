import { sha256 } from '../../../main/web/client/sha256';
import { NOTHING_CHECKED, checkOn } from '../../../main/web/lots/chain';
import { same } from '../expect';

function aLog(length: number): string[] {
  const lines: string[] = [];
  let prev = NOTHING_CHECKED.hash;
  for (let version = 1; version <= length; version++) {
    const line = `{"version":${version},"type":"bid", "prev":"${prev}"}`;
    lines.push(line);
    prev = sha256(line);
  }
  return lines;
}

Deno.test('a whole log is checked to its end, also piece by piece', () => {
  const log = aLog(5);
  const end = { version: 5, hash: sha256(log[4]!) };
  same(checkOn(NOTHING_CHECKED, log), end);
  const half = checkOn(NOTHING_CHECKED, log.slice(0, 2));
  if ('brokenAt' in half) throw new Error('the first half is whole');
  same(checkOn(half, log.slice(2)), end);
});

Deno.test('a changed event shows at the one behind it, a missing or strange one at its place', () => {
  const log = aLog(5);
  same(checkOn(NOTHING_CHECKED, log.with(2, log[2]!.replace('bid', 'Bid'))), { brokenAt: 4 });
  same(checkOn(NOTHING_CHECKED, log.toSpliced(2, 1)), { brokenAt: 3 });
  same(checkOn(NOTHING_CHECKED, log.with(1, 'null')), { brokenAt: 2 });
  same(checkOn(NOTHING_CHECKED, log.with(1, '<html>')), { brokenAt: 2 });
});
