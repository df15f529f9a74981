/** The sizes photos are kept in: pixels on the longer side, at the most. */
const SIZES = [320, 800, 1600] as const;

/** Where a photo is, in one size. */
export function printOf(photo: string, size: (typeof SIZES)[number]): string {
  return `/api/v1/photos/${photo}/${size}.jpg`;
}

/** All its sizes, for the browser to choose from. */
export function printsOf(photo: string): string {
  return SIZES.map((size) => `${printOf(photo, size)} ${size}w`).join(', ');
}
