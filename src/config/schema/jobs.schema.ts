import { z } from 'zod';
import { positiveInteger, seconds } from './scalars.js';

const workKeys = {
  concurrency: positiveInteger
    .default(4)
    .meta({ description: 'Jobs that one worker process has under way at once.' }),
  max_running_per_user: positiveInteger
    .default(4)
    .meta({ description: 'Jobs of one user that are under way at once, over all workers.' }),
  max_attempts: positiveInteger
    .max(100)
    .default(5)
    .meta({ description: 'Attempts before a job is given up; waiting for a microservice is not one.' }),
  retry_delay_seconds: seconds
    .default(5)
    .meta({ description: 'Before the second attempt; doubled for each further one.' }),
  max_retry_delay_seconds: seconds.default(60).meta({ description: 'Longest wait between two attempts.' }),
  max_age_hours: positiveInteger
    .max(24 * 13)
    .default(24)
    .meta({ description: 'A job that has not succeeded by then fails.' }),
};

const queueKeys = {
  sync_limit_seconds: seconds.default(60).meta({
    description: 'A request that takes longer becomes a job: 202, and the same work goes on.',
  }),
  max_queued: positiveInteger
    .default(10_000)
    .meta({ description: 'Jobs that may wait, of all users; beyond it 503.' }),
  max_queued_per_user: positiveInteger
    .default(1_000)
    .meta({ description: 'Jobs of one user that may wait; beyond it 429.' }),
  max_batch_documents: positiveInteger
    .max(1_000)
    .default(100)
    .meta({ description: 'Documents of one batch.' }),
  max_batch_bytes: positiveInteger
    .default(209_715_200)
    .meta({ description: 'Bytes of all documents of one batch, unpacked (200 MB).' }),
};

const retentionKeys = {
  result_retention_hours: positiveInteger
    .default(24)
    .meta({ description: 'Results are kept so long, or shorter by `X-Retention`; then 410.' }),
  undelivered_minutes: positiveInteger.default(60).meta({
    description: 'With `X-Retention: 0s` a result is gone once it was read, or after so many minutes.',
  }),
  history_days: positiveInteger.default(30).meta({ description: 'Finished jobs stay listed so long.' }),
};

export const jobsSchema = z
  .strictObject({ ...workKeys, ...queueKeys, ...retentionKeys })
  .prefault({})
  .meta({ title: 'Jobs', description: 'Documents that are processed in the background.' });
