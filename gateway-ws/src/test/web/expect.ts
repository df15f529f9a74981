/** Throws unless both are the same, written as JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [came, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (came !== wanted) throw new Error(`${came} (expected: ${wanted})`);
}

export function holds(what: string, is: boolean): void {
  if (!is) throw new Error(`not so: ${what}`);
}
