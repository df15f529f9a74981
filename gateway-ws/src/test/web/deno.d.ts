/** The part of Deno that is used here. */
declare namespace Deno {
  function test(name: string, run: () => void | Promise<void>): void;
  function readTextFileSync(path: URL): string;
}
