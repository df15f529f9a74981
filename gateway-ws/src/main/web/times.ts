import { locale } from './words/language';
import { words } from './words/words';

type Style = 'time' | 'date-and-time';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  time: { timeStyle: 'medium' },
  'date-and-time': { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: Style): Intl.DateTimeFormat {
  const key = `${locale()} ${style}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), STYLES[style]);
  formats.set(key, known);
  return known;
}

/** `14:03:07`, in the reader's time zone. */
export function timeOfDay(instant: string): string {
  return formatOf('time').format(new Date(instant));
}

/** `22 Nov 2026, 14:03:07 GMT`, in the reader's time zone, which it names. */
export function dateTime(instant: string): string {
  return formatOf('date-and-time').format(new Date(instant));
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
  const { hours, minutes, seconds } = words().time;
  const [h, m, s] = [Number(parts[1] ?? 0), Number(parts[2] ?? 0), Number(parts[3] ?? 0)];
  return [h > 0 && hours(h), m > 0 && minutes(m), s > 0 && seconds(new Intl.NumberFormat(locale()).format(s))].filter(Boolean).join(' ');
}

/** The time left: `2 d 03 h`, `1:02:03`, `4:59`, and tenths for the last ten seconds: `9.4 s`. Never shows zero while any is left. */
export function timeLeft(ms: number): string {
  if (ms < 10_000) return `${tenths(Math.max(0, Math.ceil(ms / 100) / 10))} s`;
  const seconds = Math.ceil(ms / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  if (days > 0) return words().time.days(days, two(hours));
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function tenths(seconds: number): string {
  return seconds.toFixed(1).replace('.', new Intl.NumberFormat(locale()).format(0.5).charAt(1));
}
