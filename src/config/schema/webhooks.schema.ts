import { z } from 'zod';
import { hostPattern, positiveInteger, seconds } from './scalars.js';

const hostKeys = {
  allowed_hosts: z
    .array(hostPattern.refine((host) => host !== '*', { error: 'expected hosts; * would allow every one' }))
    .default([])
    .meta({
      description:
        'Hosts of your own that may be called although their addresses are private, and by plain HTTP: names, `*.domain`, addresses. Without a port, any port is right.',
      example: '["hooks.internal:8443", "*.svc.cluster.local"]',
      env: 'WEBHOOK_ALLOWED_HOSTS',
    }),
  restrict_to_allowed_hosts: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether no other hosts are called at all.' }),
};

const attemptKeys = {
  timeout_seconds: seconds
    .max(60)
    .default(10)
    .meta({ description: 'Of one attempt, from the name to the answer.' }),
  retry_delays_seconds: z
    .array(seconds)
    .min(1)
    .default([5, 30, 120, 600, 1_800, 3_600])
    .meta({ description: 'Between the attempts; the last one is repeated.' }),
  retry_hours: positiveInteger
    .max(24 * 7)
    .default(24)
    .meta({ description: 'A delivery that has not succeeded by then has failed.' }),
};

export const webhooksSchema = z
  .strictObject({
    ...hostKeys,
    ...attemptKeys,
    concurrency: positiveInteger
      .max(100)
      .default(8)
      .meta({ description: 'Deliveries that one worker process has under way at once.' }),
    max_per_user: positiveInteger
      .default(4)
      .meta({ description: 'Deliveries of one user that are under way at once, over all workers.' }),
    history_days: positiveInteger.default(30).meta({ description: 'Deliveries stay listed so long.' }),
  })
  .prefault({})
  .meta({ title: 'Webhooks', description: 'Calls to the `callback_url` of a job.' });
