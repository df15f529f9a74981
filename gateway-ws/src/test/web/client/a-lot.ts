import { sha256 } from '../../../main/web/client/sha256';

export const LOT = '01970000-0000-7000-8000-000000000001';

/** A lot's log: each event's exact bytes, linked to the one before. `reason` makes it hard to cut out. */
export function aLog(length: number): string[] {
  const log: string[] = [];
  let prev = '0'.repeat(64);
  for (let version = 1; version <= length; version++) {
    const event = `{"lot":"${LOT}","version":${version},"type":"bid","reason":"\\"events\\":[{\\\\ ]}, é €","status":"open","price":${version}00,"prev":"${prev}"}`;
    log.push(event);
    prev = sha256(event);
  }
  return log;
}

export function logFrame(events: readonly string[], recovered = false): string {
  return `{"type":"log","lot":"${LOT}"${recovered ? ',"recovered":true' : ''},"events":[${events.join(',')}]}`;
}

export function snapshotFrame(event: string): string {
  const { version } = JSON.parse(event) as { version: number };
  return `{"type":"snapshot","lot":"${LOT}","version":${version},"recovered":false,"static":{"title":"\\"event\\":{ a clock"},"event":${event}}`;
}

export function stateFrame(event: string): string {
  return `{"type":"state","event":${event}}`;
}
