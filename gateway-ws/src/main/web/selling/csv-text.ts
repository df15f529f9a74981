import { parse } from 'papaparse';

/** The cells of a table as text; commas, semicolons or tabs between them, quotes around what has one. */
export function tableOf(text: string): ReadonlyArray<readonly string[]> {
  return parse<string[]>(text.replace(/\s+$/, ''), { header: false, skipEmptyLines: false }).data;
}

/** A file's text: UTF-8, or what spreadsheets on Windows write. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
