import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { z } from 'zod';

import { AppError } from '../../common/errors/index.js';
import { Database } from '../../database/index.js';
import { DrainState } from '../../health/index.js';
import { EventBus } from '../../redis/index.js';
import { JOB_CHANGED } from '../job-changes.js';
import type { Job } from '../job.entity.js';

/** So long after it was cancelled anywhere, a job ends here, also when no event says so. */
const LOOK_MS = 500;

const cancelledSchema = z.object({ id: z.string(), type: z.literal('cancelled') });

interface Held {
  readonly job: Job;
  readonly abort: AbortController;
  readonly work: Promise<void>;
}

/** Why work on a job was ended, where it is for this process to write down what becomes of it. */
export class WorkerEndsError extends AppError {
  readonly code = 'WORKER_ENDED';
  readonly status = 503;
  readonly title = 'The worker ended';

  constructor() {
    super('The worker was told to end before it was done; another one goes on.');
  }
}

/** The jobs that this process has under way. What is cancelled, or taken by another worker, is aborted. */
@Injectable()
export class RunningJobs implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('Jobs');
  readonly #held = new Map<string, Held>();
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor(
    private readonly database: Database,
    private readonly drain: DrainState,
    bus: EventBus,
  ) {
    bus.subscribe(JOB_CHANGED, (payload) => {
      const cancelled = cancelledSchema.safeParse(payload);
      if (cancelled.success) this.#held.get(cancelled.data.id)?.abort.abort();
    });
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#look(), LOOK_MS).unref();
  }

  /** Nothing is fetched any more; before the queue is closed, nothing may be under way. */
  async onModuleDestroy(): Promise<void> {
    await this.end(this.drain.remainingMs());
    clearInterval(this.#timer);
  }

  /**
   * @param abort is aborted when the job is no longer ours, or we end
   * @param work never rejects
   */
  async hold(job: Job, abort: AbortController, work: Promise<void>): Promise<void> {
    this.#held.set(job.id, { job, abort, work });
    await work;
    this.#held.delete(job.id);
  }

  /** Waits for what is under way, and has given back what is not done by then. */
  async end(graceMs: number): Promise<void> {
    const done = Promise.all(Array.from(this.#held.values(), ({ work }) => work));
    const timer = setTimeout(() => {
      for (const { abort } of this.#held.values()) abort.abort(new WorkerEndsError());
    }, graceMs);
    await done;
    clearTimeout(timer);
  }

  async #look(): Promise<void> {
    if (this.#isLooking || this.#held.size === 0) return;
    this.#isLooking = true;
    try {
      for (const id of await this.#lost()) this.#held.get(id)?.abort.abort();
    } catch (error) {
      this.#logger.debug({ err: error }, 'It cannot be seen whether jobs were cancelled');
    } finally {
      this.#isLooking = false;
    }
  }

  async #lost(): Promise<string[]> {
    const held = Array.from(this.#held.values(), ({ job }) => job);
    const rows = await this.database.run((manager) =>
      manager.query<{ id: string }[]>(
        `SELECT held.id FROM unnest($1::text[], $2::int[]) AS held (id, claims)
         LEFT JOIN jobs ON jobs.id = held.id AND jobs.claims = held.claims AND jobs.state = 'running'
         WHERE jobs.id IS NULL`,
        [held.map(({ id }) => id), held.map(({ claims }) => claims)],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
