import type { GavelClient } from '../client/gavel-client';

/**
 * Tells when the connection is back, and signed in, after it was lost: what was said meanwhile was not heard, so what is shown is to be read
 * again. Answers with how to stop.
 */
export function whenBack({ connection }: Pick<GavelClient, 'connection'>, tell: () => void): () => void {
  let lost = false;
  const stops = [
    connection.states.on((state) => (lost ||= state !== 'live')),
    connection.frames.on(({ type }) => {
      if (!lost || type !== 'authenticated') return;
      lost = false;
      tell();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
