import { quantile, type Tally } from '../metrics/index.js';

/** In seconds; null when nothing was measured. */
export function atQuantile(durations: Tally, q: number): number | null {
  const seconds = quantile(durations, q);
  return seconds === undefined ? null : rounded(seconds);
}

/** Without what has not occurred. */
export function seen(counts: Tally): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([name, count = 0]) => (count > 0 ? [[name, count]] : [])),
  );
}

/** To a thousandth. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
