export const WIDTH = 120;
export const HEIGHT = 32;

/** The points of a line through the values, oldest first, from the left edge to the right; gaps are left out. */
export function points(values: ReadonlyArray<number | undefined>): string {
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const step = WIDTH / Math.max(1, values.length - 1);
  return values
    .flatMap((value, at) => (value === undefined ? [] : [`${(at * step).toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 3)).toFixed(1)}`]))
    .join(' ');
}
