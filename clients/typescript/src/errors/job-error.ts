import type { Job } from '../jobs/job.ts';
import { IrisError } from './iris-error.ts';

const CANCELLED = {
  code: 'JOB_CANCELLED',
  status: 409,
  title: 'Cancelled',
  detail: 'The job was cancelled.',
};
const UNTOLD = { code: 'JOB_FAILED', status: 500, title: 'Failed', detail: 'The job has failed.' };

/** A job that was waited for has failed (`code` tells why) or was cancelled (`JOB_CANCELLED`). */
export class IrisJobError extends IrisError {
  override readonly name = 'IrisJobError';
  readonly job: Job;

  constructor(job: Job) {
    const problem = job.state === 'cancelled' ? CANCELLED : (job.error ?? UNTOLD);
    super(problem.status, problem);
    this.job = job;
  }
}
