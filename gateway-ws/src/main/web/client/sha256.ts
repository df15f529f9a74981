const K = new Uint32Array(64);
const INITIAL = new Uint32Array(8);

{
  const isPrime = (candidate: number): boolean => {
    for (let factor = 2; factor * factor <= candidate; factor++) if (candidate % factor === 0) return false;
    return true;
  };
  const fraction = (of: number): number => Math.floor((of - Math.floor(of)) * 2 ** 32);
  for (let candidate = 2, found = 0; found < 64; candidate++) {
    if (!isPrime(candidate)) continue;
    if (found < 8) INITIAL[found] = fraction(Math.sqrt(candidate));
    K[found++] = fraction(Math.cbrt(candidate));
  }
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/**
 * The SHA-256 of a text's UTF-8 bytes, in lower-case hex. Made here since `crypto.subtle` is kept to secure origins and answers later,
 * while events have to stay in their order.
 */
export function sha256(text: string): string {
  const padded = pad(new TextEncoder().encode(text));
  const hash = INITIAL.slice();
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.byteLength; block += 64) mix(hash, words, padded, block);
  return Array.from(hash, (word) => word.toString(16).padStart(8, '0')).join('');
}

function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return view;
}

function mix(hash: Uint32Array, words: Uint32Array, bytes: DataView, block: number): void {
  for (let i = 0; i < 16; i++) words[i] = bytes.getUint32(block + 4 * i);
  for (let i = 16; i < 64; i++) {
    const [a, b] = [words[i - 15]!, words[i - 2]!];
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words[i] = words[i - 16]! + s0 + words[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const t1 = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + words[i]!;
    const t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = hash[i]! + word));
}
