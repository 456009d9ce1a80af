import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { JobChanges } from './job-changes.js';
import { Job } from './job.entity.js';
import { JobNotFoundError, JobNotRetryableError } from './job-errors.js';
import { JobQueue, newTicket } from './job-queue.js';

/** Has jobs done again that were given up. */
@Injectable()
export class JobRetry {
  constructor(
    private readonly changes: JobChanges,
    private readonly queue: JobQueue,
  ) {}

  /** @throws JobNotFoundError, JobNotRetryableError, DatabaseUnavailableError, DatabaseBusyError, QueueUnavailableError */
  async retry(id: string): Promise<Job> {
    const retried = await this.changes.commit(async (manager, note) => {
      const job = await manager.findOne(Job, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!job) throw new JobNotFoundError();
      if (!job.isDead || !(await hasDocument(manager, id))) throw new JobNotRetryableError();
      const queued = {
        state: 'queued',
        isDead: false,
        attempts: 0,
        ticket: newTicket(),
        availableAt: new Date(),
        finishedAt: null,
        // Its age counts from now on.
        createdAt: new Date(),
      } as const;
      await manager.update(Job, { id }, queued);
      Object.assign(job, queued);
      await this.queue.add(manager, [job]);
      await note(id, 'queued', { attempts: 0, available_at: job.availableAt, retried: true });
      return job;
    });
    this.queue.announce();
    return retried;
  }
}

async function hasDocument(manager: EntityManager, jobId: string): Promise<boolean> {
  const found = await manager.query<unknown[]>('SELECT FROM job_documents WHERE job_id = $1', [jobId]);
  return found.length > 0;
}
