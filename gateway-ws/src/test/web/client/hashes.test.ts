import { elements, members } from '../../../main/web/client/json-slices';
import { sha256 } from '../../../main/web/client/sha256';
import { holds, same } from '../expect';

Deno.test('SHA-256 is what the standard says', () => {
  same(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  same(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

Deno.test('SHA-256 is what the platform makes it, for texts of every length around a block', async () => {
  for (let length = 0; length < 200; length++) {
    const text = 'aé€'.repeat(length).slice(0, length);
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    same(sha256(text), Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
});

Deno.test('members and elements are cut out as they stand', () => {
  const text = '{ "a" : 1.50 ,"b\\"":{"c":["}",{"d":"\\\\"}]}, "e":[ ],"f":null}';
  same([...members(text)], [['a', '1.50'], ['b"', '{"c":["}",{"d":"\\\\"}]}'], ['e', '[ ]'], ['f', 'null']]);
  same(elements('[ {"a":[1,2]} ,"]", 3,[4]]'), ['{"a":[1,2]}', '"]"', '3', '[4]']);
  same([elements('[]'), [...members('{}')]], [[], []]);
});

Deno.test('cut out and put together again, any JSON is what it was', () => {
  let seed = 42;
  const chance = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const any = (depth: number): unknown => {
    const kind = chance(depth > 3 ? 4 : 6);
    if (kind === 0) return chance(1_000) / 8;
    if (kind === 1) return ['"', '\\', '{[', ']}', ', ', 'é'].slice(chance(6)).join('');
    if (kind === 2) return chance(2) === 1;
    if (kind === 3) return null;
    if (kind === 4) return Array.from({ length: chance(4) }, () => any(depth + 1));
    return Object.fromEntries(Array.from({ length: chance(4) }, (_, i) => [`${i}"{`, any(depth + 1)]));
  };
  for (let round = 0; round < 500; round++) {
    const array = JSON.stringify([any(0), any(0)], null, chance(2) * 2);
    holds(`elements of ${array} (seed 42, round ${round})`, JSON.stringify(elements(array).map((each) => JSON.parse(each))) === JSON.stringify(JSON.parse(array)));
    const object = JSON.stringify({ a: any(0), b: any(0) }, null, chance(2) * 2);
    const put = Object.fromEntries([...members(object)].map(([name, value]) => [name, JSON.parse(value)]));
    holds(`members of ${object} (seed 42, round ${round})`, JSON.stringify(put) === JSON.stringify(JSON.parse(object)));
  }
});
