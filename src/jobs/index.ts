export { JobBacklog } from './job-backlog.js';
export { JobRetry } from './job-retry.js';
export { jobResponseSchema, toJobResponse } from './job-response.js';
export { JOB_STATES } from './job-state.js';
export type { Job } from './job.entity.js';
export { JobsModule } from './jobs.module.js';
export { JobViews } from './reading/job-views.js';
export { RoomGuard } from './submission/room.guard.js';
export { jobCursorSchema, jobIdSchema } from './reading/jobs.schema.js';
