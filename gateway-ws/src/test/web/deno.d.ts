/** The part of Deno's test runner that is used here. */
declare namespace Deno {
  function test(name: string, run: () => void | Promise<void>): void;
}
