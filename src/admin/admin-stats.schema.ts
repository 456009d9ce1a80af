import { z } from 'zod';

import { JOB_STATES } from '../jobs/index.js';

const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const quantile = seconds
  .nullable()
  .meta({ description: 'Seconds, estimated from the buckets of the metric.' });
const counts = z.record(z.string(), count);

const periodSchema = z
  .strictObject({
    seconds: seconds.meta({ description: 'How long the period is.' }),
    traffic: z.strictObject({
      requests: count,
      per_second: z.number(),
      by_status: counts.meta({ description: 'Requests by status code.' }),
    }),
    errors: z.strictObject({
      client: count.meta({ description: '4xx' }),
      server: count.meta({ description: '5xx' }),
      server_share: z.number().meta({ description: 'Of all requests, between 0 and 1.' }),
    }),
    latency: z.strictObject({ p50: quantile, p95: quantile, p99: quantile }),
    cache: counts.meta({
      description: 'Results of phases by how they were come by, such as `hit` and `miss`.',
    }),
    limits: counts.meta({ description: 'Units of limits: `admitted`, `refused`, `given_back`.' }),
  })
  .meta({ id: 'StatsPeriod' });
export type StatsPeriod = z.infer<typeof periodSchema>;

const bytes = z.int().nonnegative().meta({ description: 'Bytes.' });

export const statsSchema = z
  .strictObject({
    replica: z.strictObject({
      host: z.string(),
      pid: z.int().nonnegative(),
      uptime: seconds.meta({ description: 'Seconds since the process started.' }),
      memory: z.strictObject({
        rss: bytes,
        heap_used: bytes,
        heap_total: bytes,
        external: bytes,
        array_buffers: bytes,
      }),
      since_start: periodSchema,
      last_5_minutes: periodSchema.meta({
        description: 'Ten seconds more or less; shorter when the process is younger.',
      }),
    }),
    jobs: z
      .record(z.enum(JOB_STATES), count)
      .nullable()
      .meta({ description: 'Of all replicas, by state; null while the database is unavailable.' }),
  })
  .meta({ id: 'Stats' });
export type Stats = z.infer<typeof statsSchema>;
