/**
 * Parts of a JSON text as the exact text they have there, which is what hashes are made of; reading and writing JSON again would not give
 * the same. The text must be JSON: nothing is checked.
 */

/** The text of each member of an object, by its name. */
export function members(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = text.indexOf('{') + 1;
  for (;;) {
    const name = skipTo(text, at, '"');
    if (name < 0) return found;
    const nameEnd = valueEnd(text, name);
    const value = skipSpace(text, text.indexOf(':', nameEnd) + 1);
    at = valueEnd(text, value);
    found.set(JSON.parse(text.slice(name, nameEnd)) as string, text.slice(value, at));
  }
}

/** The text of each element of an array. */
export function elements(text: string): string[] {
  const found: string[] = [];
  let at = skipSpace(text, text.indexOf('[') + 1);
  while (at < text.length && text[at] !== ']') {
    const end = valueEnd(text, at);
    found.push(text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

const SPACE = ' \t\n\r';

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.includes(text[at]!)) at++;
  return at;
}

/** Where `wanted` is, if nothing but space and a comma comes before. */
function skipTo(text: string, from: number, wanted: string): number {
  let at = skipSpace(text, from);
  if (text[at] === ',') at = skipSpace(text, at + 1);
  return text[at] === wanted ? at : -1;
}

/** Right behind the value that begins at `from`. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = stringEnd(text, at);
        if (depth === 0) return at + 1;
        break;
      case '{':
      case '[':
        depth++;
        break;
      case '}':
      case ']':
        if (depth === 0) return at;
        if (--depth === 0) return at + 1;
        break;
      case ',':
      case ' ':
      case '\n':
        if (depth === 0) return at;
        break;
    }
  }
  return text.length;
}

/** The quotation mark that ends the string that begins at `from`. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
