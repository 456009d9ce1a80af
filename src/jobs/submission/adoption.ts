import { Injectable, Logger } from '@nestjs/common';

import type { JsonAnswer } from '../../common/http/index.js';
import type { Job } from '../job.entity.js';
import { JobQueue } from '../job-queue.js';
import { JobRunner } from '../work/job-runner.js';
import { JobStore } from '../work/job-store.js';
import { RunningJobs } from '../work/running-jobs.js';
import { JobIntake, type OnAccept } from './job-intake.js';
import type { JobOrder } from './job-order.js';
import type { LiveRun } from './live-run.js';

/** So long after this process has gone silent, a worker goes on with what it had adopted. */
const RESCUE_MS = 15_000;
const POSTPONE_EVERY_MS = 5_000;

/** Makes a job of work that is under way in this process: it is never begun a second time while it goes on here. */
@Injectable()
export class Adoption {
  readonly #logger = new Logger('Jobs');

  constructor(
    private readonly intake: JobIntake,
    private readonly queue: JobQueue,
    private readonly store: JobStore,
    private readonly runner: JobRunner,
    private readonly running: RunningJobs,
  ) {}

  /**
   * Resolves once it is sure to be done.
   * @throws QueueUnavailableError, DatabaseUnavailableError, DatabaseBusyError: the work goes on as before
   */
  async adopt(order: JobOrder, live: LiveRun, work: Promise<JsonAnswer>, onAccept: OnAccept): Promise<void> {
    live.leaveClient();
    try {
      const job = await this.intake.adopt(order, rescueTime(), onAccept);
      live.journal.attach({ store: this.store, job });
      void this.#seeThrough(job, live, work);
    } catch (error) {
      live.followClient();
      throw error;
    }
  }

  async #seeThrough(job: Job, live: LiveRun, work: Promise<JsonAnswer>): Promise<void> {
    const timer = setInterval(() => void this.#postponeRescue(job), POSTPONE_EVERY_MS).unref();
    const written = work.finally(() => live.journal.flush());
    try {
      await this.running.hold(job, live.abort, this.runner.conclude(job, live.context, written));
    } finally {
      clearInterval(timer);
    }
  }

  async #postponeRescue({ id, ticket }: Job): Promise<void> {
    try {
      await this.queue.postpone(ticket, rescueTime());
    } catch (error) {
      this.#logger.debug({ err: error, job: id }, 'It could not be said that a job is still under way here');
    }
  }
}

function rescueTime(): Date {
  return new Date(Date.now() + RESCUE_MS);
}
