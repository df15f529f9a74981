/** Whether to connect again after the socket closed with this code: only 4500 to 4999 mean that coming back is pointless. */
export function comesBack(code: number): boolean {
  return code < 4500 || code > 4999;
}
