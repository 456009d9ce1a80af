import { Injectable, type OnModuleDestroy } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../../config/index.js';
import { DrainState } from '../../health/index.js';
import type { Ticket } from '../../queue/index.js';
import { JobQueue, type JobWork } from '../job-queue.js';
import { JobClaims } from './job-claims.js';
import { JobRunner } from './job-runner.js';
import { RunningJobs } from './running-jobs.js';

/** Takes jobs out of the queue, in a process that works. */
@Injectable()
export class JobWorker implements OnModuleDestroy {
  constructor(
    queue: JobQueue,
    private readonly claims: JobClaims,
    private readonly runner: JobRunner,
    private readonly running: RunningJobs,
    private readonly drain: DrainState,
    @InjectConfig('server') private readonly server: AppConfig['server'],
  ) {
    queue.work((ticket) => this.#take(ticket));
  }

  /** Nothing is fetched any more; before the queue is closed, nothing may be under way. */
  async onModuleDestroy(): Promise<void> {
    const { drain_delay_seconds, drain_timeout_seconds } = this.server;
    await this.running.end(this.drain.remainingMs((drain_delay_seconds + drain_timeout_seconds) * 1000));
  }

  /** A rejection, while the database is away, is one more delivery. */
  async #take({ id, data, signal }: Ticket<JobWork>): Promise<void> {
    const job = await this.claims.take(data.job_id, id);
    if (job) await this.runner.run(job, signal);
  }
}
