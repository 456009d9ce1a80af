import { language, localeOf } from './language.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const RELATIVE_STEPS: readonly (readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  [MINUTE, 'second', SECOND],
  [HOUR, 'minute', MINUTE],
  [DAY, 'hour', HOUR],
  [30 * DAY, 'day', DAY],
];

export function formatNumber(value: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits }).format(value);
}

export function formatPercent(share: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits }).format(share);
}

/** In the unit that suits it: 12 ms, 1.24 s, 3.5 min. */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return withUnit(ms, 'ms', ms > 0 && ms < 10 ? 1 : 0);
  if (ms < MINUTE) return withUnit(ms / SECOND, 's', 2);
  if (ms < HOUR) return withUnit(ms / MINUTE, 'min', 1);
  return withUnit(ms / HOUR, 'h', 1);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return withUnit(bytes, 'B', 0);
  if (bytes < 1e6) return withUnit(bytes / 1e3, 'kB', 0);
  if (bytes < 1e9) return withUnit(bytes / 1e6, 'MB', 1);
  return withUnit(bytes / 1e9, 'GB', 1);
}

export function formatDateTime(time: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
}

/** To the second, for what is compared with a log. */
export function formatExactTime(time: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(time),
  );
}

export function formatClock(time: string | number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(time));
}

/** 5 minutes ago, in 3 hours; a date when it is more than a month off. */
export function formatRelative(time: string, now: number = Date.now()): string {
  const ms = Date.parse(time) - now;
  const step = RELATIVE_STEPS.find(([limit]) => Math.abs(ms) < limit);
  if (!step) return formatDateTime(time);
  const [, unit, size] = step;
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.trunc(ms / size), unit);
}

/** A dash where there is nothing to format. */
export function orDash<Value>(value: Value | null | undefined, format: (value: Value) => string): string {
  return value === null || value === undefined ? '–' : format(value);
}

/** Symbols of the SI are the same in every language; Intl would write "sec" for some. */
function withUnit(value: number, symbol: string, maximumFractionDigits: number): string {
  return `${formatNumber(value, maximumFractionDigits)}\u00a0${symbol}`;
}

function locale(): string {
  return localeOf(language.value);
}
