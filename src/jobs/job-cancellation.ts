import { Injectable } from '@nestjs/common';

import { JobChanges } from './job-changes.js';
import { Job } from './job.entity.js';
import { JobFinishedError, JobNotFoundError } from './job-errors.js';
import { JobNotices } from './job-notices.js';
import { JobQueue } from './job-queue.js';
import { nextState } from './job-state.js';
import { forgetDocument } from './work/job-settlement.js';

/** Ends jobs that nobody wants any more; whoever has one under way learns of it within a second. */
@Injectable()
export class JobCancellation {
  constructor(
    private readonly changes: JobChanges,
    private readonly queue: JobQueue,
    private readonly notices: JobNotices,
  ) {}

  /** @throws DatabaseUnavailableError, DatabaseBusyError, QueueUnavailableError */
  async cancelIfUnfinished(id: string, ownerId: string): Promise<void> {
    try {
      await this.cancel(id, ownerId);
    } catch (error) {
      if (!(error instanceof JobFinishedError)) throw error;
    }
  }

  /** @throws JobNotFoundError, JobFinishedError, DatabaseUnavailableError, DatabaseBusyError, QueueUnavailableError */
  async cancel(id: string, ownerId: string): Promise<Job> {
    const cancelled = await this.changes.commit(async (manager, note) => {
      const job = await manager.findOne(Job, { where: { id, ownerId }, lock: { mode: 'pessimistic_write' } });
      if (!job) throw new JobNotFoundError();
      const state = nextState(job.state, 'cancel');
      if (!state) throw new JobFinishedError(job.state);
      if (job.state === state) return job;
      const changed = { state, finishedAt: new Date(), phase: null } as const;
      await manager.update(Job, { id }, changed);
      await this.queue.remove(manager, job.ticket);
      await forgetDocument(manager, id);
      await note(id, 'cancelled');
      await this.notices.ended(manager, job, 'job.cancelled');
      return Object.assign(job, changed);
    });
    this.notices.announce(cancelled);
    return cancelled;
  }
}
