import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type AppConfig, InjectConfig } from '../../config/index.js';
import { JobChanges } from '../job-changes.js';
import { Job } from '../job.entity.js';
import { JobQueue, newTicket } from '../job-queue.js';
import { statesBefore } from '../job-state.js';

/** While as many jobs of its owner are under way as may, a job waits so long for the next look. */
const BUSY_WAIT_MS = 1_000;

/** Taking jobs: one worker has a job at a time, and whoever had it before has lost it. */
@Injectable()
export class JobClaims {
  constructor(
    private readonly changes: JobChanges,
    private readonly queue: JobQueue,
    @InjectConfig('jobs') private readonly config: AppConfig['jobs'],
  ) {}

  /**
   * @returns undefined when there is nothing to do: it is over, carried by another ticket, or not its owner's turn
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  take(jobId: string, ticket: string): Promise<Job | undefined> {
    return this.changes.commit(async (manager, note) => {
      const job = await findTakeable(manager, jobId, ticket);
      if (!job) return undefined;
      if (await this.#isOwnerBusy(manager, job)) {
        await this.#putBack(manager, job);
        return undefined;
      }
      const waitedMs = Math.max(0, Date.now() - job.availableAt.getTime());
      await claim(manager, job);
      await note(job.id, 'started', { attempt: job.attempts, waited_ms: waitedMs });
      return job;
    });
  }

  /** pg-boss counts as well, but two of its workers who look at the same moment may both find room. */
  async #isOwnerBusy(manager: EntityManager, { id, ownerId }: Job): Promise<boolean> {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('jobs of ' || $1, 0))", [ownerId]);
    const [row] = await manager.query<{ running: number }[]>(
      "SELECT count(*)::int AS running FROM jobs WHERE owner_id = $1 AND state = 'running' AND id <> $2",
      [ownerId, id],
    );
    return (row?.running ?? 0) >= this.config.max_running_per_user;
  }

  async #putBack(manager: EntityManager, job: Job): Promise<void> {
    const { id, ownerId, lane, turn } = job;
    const ticket = newTicket();
    const availableAt = new Date(Date.now() + BUSY_WAIT_MS);
    await manager.update(Job, { id }, { ticket });
    await this.queue.add(manager, [{ id, ownerId, lane, turn, ticket, availableAt }]);
  }
}

async function findTakeable(manager: EntityManager, id: string, ticket: string): Promise<Job | undefined> {
  const found = await manager
    .createQueryBuilder(Job, 'job')
    .setLock('pessimistic_write')
    .where('job.id = :id AND job.ticket = :ticket AND job.state IN (:...states)', {
      id,
      ticket,
      states: statesBefore('start'),
    })
    .getOne();
  return found ?? undefined;
}

async function claim(manager: EntityManager, job: Job): Promise<void> {
  const claimed = {
    state: 'running',
    claims: job.claims + 1,
    attempts: job.attempts + 1,
    startedAt: job.startedAt ?? new Date(),
  } as const;
  Object.assign(job, claimed);
  await manager.update(Job, { id: job.id }, claimed);
}
