import { z } from 'zod';

import { integerParameter } from '../../common/query/index.js';
import { KEPT_MINUTES } from './minute-recorder.js';

const count = z.int().nonnegative();
const quantile = z.number().nullable().meta({ description: 'Seconds; null when nothing was measured.' });

export const historyQuerySchema = z.strictObject({
  minutes: integerParameter({
    pattern: /^[1-9]\d?$/,
    what: 'minutes',
    minimum: 1,
    maximum: KEPT_MINUTES,
    default: KEPT_MINUTES,
    description: 'The minute under way is one of them.',
  }),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

const pointSchema = z
  .strictObject({
    at: z.iso.datetime().meta({ description: 'When the minute begins.' }),
    seconds: z.number().meta({ description: 'What of the minute is counted: less than 60 while it lasts.' }),
    requests: count,
    client_errors: count.meta({ description: '4xx' }),
    server_errors: count.meta({ description: '5xx' }),
    latency: z.strictObject({ p50: quantile, p95: quantile, p99: quantile }),
    cache: z
      .record(z.string(), count)
      .meta({ description: 'Results of phases by how they were come by, such as `hit` and `miss`.' }),
    queue: count.nullable().meta({
      description: 'Jobs that were not over at last, of all replicas; null when that was not known.',
    }),
  })
  .meta({ id: 'TrafficPoint' });
export type TrafficPoint = z.infer<typeof pointSchema>;

export const trafficHistorySchema = z
  .strictObject({
    source: z.enum(['all', 'replica']).meta({
      description:
        '`all`: the sum of all processes, of the other ones to within ten seconds. `replica`: only of the process that answers, because there is no Redis, or it does not answer.',
    }),
    processes: z
      .int()
      .nonnegative()
      .meta({ description: 'How many have reported in this minute or the one before.' }),
    points: z
      .array(pointSchema)
      .meta({ description: 'The oldest first; minutes without a process are left out.' }),
  })
  .meta({ id: 'TrafficHistory' });
export type TrafficHistory = z.infer<typeof trafficHistorySchema>;
