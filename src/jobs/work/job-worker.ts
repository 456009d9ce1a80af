import { Injectable } from '@nestjs/common';

import type { Ticket } from '../../queue/index.js';
import { JobQueue, type JobWork } from '../job-queue.js';
import { JobClaims } from './job-claims.js';
import { JobRunner } from './job-runner.js';

/** Takes jobs out of the queue, in a process that works. */
@Injectable()
export class JobWorker {
  constructor(
    queue: JobQueue,
    private readonly claims: JobClaims,
    private readonly runner: JobRunner,
  ) {
    queue.work((ticket) => this.#take(ticket));
  }

  /** A rejection, while the database is away, is one more delivery. */
  async #take({ id, data, signal }: Ticket<JobWork>): Promise<void> {
    const job = await this.claims.take(data.job_id, id);
    if (job) await this.runner.run(job, signal);
  }
}
