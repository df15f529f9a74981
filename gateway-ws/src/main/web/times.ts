const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const dateAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** `14:03:07`, in the reader's time zone. */
export function timeOfDay(instant: string): string {
  return clockTime.format(new Date(instant));
}

/** `22 Nov 2026, 14:03:07`, in the reader's time zone. */
export function dateTime(instant: string): string {
  return dateAndTime.format(new Date(instant));
}

const two = (number: number): string => String(number).padStart(2, '0');

const ISO_DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;

/** An ISO duration of hours, minutes and seconds, in milliseconds; NaN if it is none. */
export function durationMs(iso: string): number {
  const parts = ISO_DURATION.exec(iso);
  if (!parts) return NaN;
  const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(parts[at] ?? 0)) as [number, number, number];
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** `PT1M30S` as `1 minute 30 seconds`; what is not hours, minutes and seconds stays as it is. */
export function durationInWords(iso: string): string {
  const parts = ISO_DURATION.exec(iso);
  if (!parts) return iso;
  return ['hour', 'minute', 'second']
    .map((unit, at) => ({ unit, count: Number(parts[at + 1] ?? 0) }))
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ');
}

/** The time left: `2 d 03 h`, `1:02:03`, `4:59`, and tenths for the last ten seconds: `9.4 s`. Never shows zero while any is left. */
export function timeLeft(ms: number): string {
  if (ms <= 0) return '0.0 s';
  if (ms < 10_000) return `${(Math.ceil(ms / 100) / 10).toFixed(1)} s`;
  const seconds = Math.ceil(ms / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) return `${days} d ${two(hours)} h`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
