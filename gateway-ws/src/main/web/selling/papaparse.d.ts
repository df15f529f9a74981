/** The part of Papa Parse that the page uses. */
declare module 'papaparse' {
  export function parse<Row>(text: string, options: { readonly header: false; readonly skipEmptyLines: boolean }): { readonly data: Row[] };
  export function unparse(table: { readonly fields: readonly string[]; readonly data: ReadonlyArray<readonly string[]> }): string;
}
