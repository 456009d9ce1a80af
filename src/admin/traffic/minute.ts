import { z } from 'zod';

import { type Counts, difference, sum, type Tally } from '../../metrics/index.js';

const tally: z.ZodType<Tally> = z.record(z.string(), z.number());

/** What one process did in one minute, or all of them. */
export const minuteSchema = z.strictObject({
  /** Less than sixty at the start of a process, and while the minute lasts. */
  seconds: z.number(),
  statuses: tally,
  durations: tally,
  verdicts: tally,
  /** Jobs that are not over, of all replicas, at a time in milliseconds; null when that was not known. */
  queue: z.strictObject({ length: z.int(), at: z.number() }).nullable(),
});

export type Minute = Readonly<z.infer<typeof minuteSchema>>;
type QueueLength = NonNullable<Minute['queue']>;

export function minuteOf(now: Counts, before: Counts, queue: QueueLength | null): Minute {
  return {
    seconds: (now.at - before.at) / 1000,
    statuses: difference(now.statuses, before.statuses),
    durations: difference(now.durations, before.durations),
    verdicts: difference(now.verdicts, before.verdicts),
    queue,
  };
}

/** @returns undefined of none */
export function together([first, ...others]: readonly Minute[]): Minute | undefined {
  return first && others.reduce(merge, first);
}

function merge(one: Minute, other: Minute): Minute {
  return {
    seconds: Math.max(one.seconds, other.seconds),
    statuses: sum(one.statuses, other.statuses),
    durations: sum(one.durations, other.durations),
    verdicts: sum(one.verdicts, other.verdicts),
    queue: latest(one.queue, other.queue),
  };
}

/** Each has asked the same database. */
function latest(one: QueueLength | null, other: QueueLength | null): QueueLength | null {
  return one && other ? (one.at > other.at ? one : other) : (one ?? other);
}
