import { z } from 'zod';

import { limitSchema, pageSchema } from '../common/paging/index.js';
import { type Job, JOB_STATES, jobCursorSchema, jobResponseSchema, toJobResponse } from '../jobs/index.js';

export const adminJobQuerySchema = z.strictObject({
  dead: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .meta({ openapi: { type: 'boolean' } })
    .optional()
    .meta({ description: 'Only jobs that were given up for want of attempts, or only the others.' }),
  state: z.enum(JOB_STATES).optional().meta({ description: 'Jobs in this state.' }),
  owner_id: z.uuid().optional().meta({ description: 'Jobs of this user.' }),
  limit: limitSchema,
  cursor: jobCursorSchema,
});
export type AdminJobQuery = z.infer<typeof adminJobQuerySchema>;

export const adminJobSchema = jobResponseSchema
  .extend({
    owner_id: z.uuid(),
    is_dead: z.boolean().meta({ description: 'It was given up for want of attempts, and may be retried.' }),
  })
  .meta({ id: 'AdminJob' });
export type AdminJob = z.infer<typeof adminJobSchema>;

export const adminJobPageSchema = pageSchema(adminJobSchema).meta({ id: 'AdminJobPage' });

export function toAdminJob(job: Job, position: number | null): AdminJob {
  return { ...toJobResponse(job, position), owner_id: job.ownerId, is_dead: job.isDead };
}
