import { z } from 'zod';

import { cursorSchema, limitSchema, pageSchema, timeSchema } from '../../common/paging/index.js';
import { integerParameter } from '../../common/query/index.js';
import { JOB_EVENT_TYPES, type JobEvent } from '../job-event.js';
import { jobResponseSchema } from '../job-response.js';
import { JOB_STATES } from '../job-state.js';

const MAX_ID_CHARACTERS = 64;
const MAX_WAIT_SECONDS = 60;

const idText = z
  .string()
  .min(1)
  .max(MAX_ID_CHARACTERS)
  .regex(/^[\w-]*$/, 'expected an id');

export const jobIdSchema = idText.meta({
  description: 'Of a job',
  example: 'job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D',
});
export const processingIdSchema = idText.meta({
  description: 'Of the work, as the job and the answers of the pipeline tell it',
  example: 'proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D',
});
export const lastEventIdSchema = z
  .string()
  .regex(/^\d{0,9}$/)
  .meta({ description: 'The `id` of the last event that you have', example: '3' });
export const ifNoneMatchSchema = z.string().max(1024).meta({ description: 'The `ETag` of what you have' });
export const eventStreamSchema = z.string().meta({
  example: 'id: 1\nevent: queued\ndata: {"state":"queued","progress":0,"at":"2026-11-25T09:30:00.000Z"}\n\n',
});

/** Where a part of a list of jobs begins. */
export const jobCursorSchema = cursorSchema(z.strictObject({ createdAt: timeSchema, id: idText }));

export const jobListQuerySchema = z.strictObject({
  state: z.enum(JOB_STATES).optional().meta({ description: 'Jobs in this state.' }),
  batch_id: idText.optional().meta({ description: 'Jobs of this batch.' }),
  created_after: timeSchema.optional().meta({ description: 'RFC 3339; inclusive.' }),
  created_before: timeSchema.optional().meta({ description: 'RFC 3339; exclusive.' }),
  limit: limitSchema,
  cursor: jobCursorSchema,
});
export type JobListQuery = z.infer<typeof jobListQuerySchema>;

export const jobQuerySchema = z.strictObject({
  wait: integerParameter({
    pattern: /^\d{1,2}$/,
    what: 'seconds',
    minimum: 0,
    maximum: MAX_WAIT_SECONDS,
    default: 0,
    description: 'Seconds, up to 60: the answer comes when the job is finished or they are over.',
  }),
});
export type JobQuery = z.infer<typeof jobQuerySchema>;

export const jobPageSchema = pageSchema(jobResponseSchema).meta({ id: 'JobPage' });

const jobEventSchema = z
  .looseObject({
    id: z.int().nonnegative().meta({ description: '1, 2, 3 … of its job.' }),
    type: z.enum(JOB_EVENT_TYPES),
    at: z.iso.datetime(),
    state: z.enum(JOB_STATES),
    progress: z.int().nonnegative(),
  })
  .meta({ id: 'JobEvent', description: 'What the type has beside depends on it.' });

export const timelineSchema = z
  .strictObject({
    job_id: z.string(),
    entries: z.array(jobEventSchema),
  })
  .meta({ id: 'JobTimeline' });

export interface Timeline {
  readonly job_id: string;
  readonly entries: readonly object[];
}

export function toTimelineEntry({ id, type, at, data }: JobEvent): object {
  return { id, type, at: at.toISOString(), ...data };
}
