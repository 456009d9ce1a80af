import { z } from 'zod';

import type { Job } from './job.entity.js';
import { JOB_STATES } from './job-state.js';

const time = z.iso.datetime();

export const jobErrorSchema = z
  .object({
    code: z.string(),
    status: z.int().nonnegative(),
    title: z.string(),
    detail: z.string(),
    retryable: z.boolean(),
    service: z.string().optional(),
    phase: z.string().optional(),
  })
  .meta({ id: 'JobError' });

/** A job, as clients see it. */
export const jobResponseSchema = z
  .strictObject({
    id: z.string().meta({ example: 'job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D' }),
    processing_id: z.string(),
    batch_id: z.string().nullable(),
    state: z.enum(JOB_STATES),
    phase: z.string().nullable().meta({ description: 'The phase that began last.' }),
    progress: z.int().min(0).max(100).meta({ description: 'Percent.' }),
    position: z
      .int()
      .nonnegative()
      .nullable()
      .meta({ description: 'How many jobs are ahead of it while it is queued.' }),
    attempts: z.int().nonnegative(),
    file_name: z.string().nullable(),
    document_sha256: z.string(),
    document_bytes: z.int().nonnegative(),
    document_type: z.string().meta({ description: 'As asked for: `auto` lets the classifier decide.' }),
    error: jobErrorSchema.nullable().meta({ description: 'Of the last attempt that failed.' }),
    created_at: time,
    started_at: time.nullable(),
    finished_at: time.nullable(),
    expires_at: time.nullable().meta({ description: 'When the result is gone.' }),
    links: z.strictObject({
      self: z.string(),
      events: z.string(),
      timeline: z.string(),
      result: z.string(),
    }),
  })
  .meta({ id: 'Job' });
export type JobResponse = z.infer<typeof jobResponseSchema>;

/** @param position among the queued ones; null when it is not one of them */
export function toJobResponse(job: Job, position: number | null): JobResponse {
  const self = `/jobs/${job.id}`;
  return {
    id: job.id,
    processing_id: job.processingId,
    batch_id: job.batchId,
    state: job.state,
    phase: job.phase,
    progress: job.progress,
    position,
    attempts: job.attempts,
    file_name: job.fileName,
    document_sha256: job.documentSha256,
    document_bytes: job.documentBytes,
    document_type: job.parameters.document_type,
    error: job.error,
    created_at: job.createdAt.toISOString(),
    started_at: job.startedAt?.toISOString() ?? null,
    finished_at: job.finishedAt?.toISOString() ?? null,
    expires_at: job.expiresAt?.toISOString() ?? null,
    links: {
      self,
      events: `${self}/events`,
      timeline: `${self}/timeline`,
      result: `/results/${job.processingId}`,
    },
  };
}
