import { PHASES } from './job.ts';
import type { Progress } from './progress.ts';

/** Milliseconds since the epoch. */
export interface Axis {
  readonly startsAt: number;
  readonly endsAt: number;
}

const SHORTEST_MS = 100;
const MOST_TICKS = 5;

/**
 * From the first that happened to the last.
 * @param now by the browser's clock, which may differ from the gateway's: never before what has happened
 */
export function axisOf({ queuedAt, startedAt, endedAt, phases }: Progress, now: number): Axis {
  const times = [startedAt, ...PHASES.flatMap((phase) => [phases[phase].startedAt, phases[phase].endedAt])];
  const known = times.filter((time) => time !== undefined);
  const startsAt = queuedAt ?? Math.min(...known, now);
  return { startsAt, endsAt: Math.max(startsAt + SHORTEST_MS, ...known, endedAt ?? now) };
}

/** Round numbers of milliseconds after the start: 1, 2 or 5 times a power of ten apart. */
export function ticksOf({ startsAt, endsAt }: Axis): number[] {
  const length = endsAt - startsAt;
  const power = 10 ** Math.floor(Math.log10(length / MOST_TICKS));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => length / size <= MOST_TICKS) ?? length;
  return Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step);
}
