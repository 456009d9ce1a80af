import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { AppError } from '../../common/errors/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { LARGE_ANSWER_TIMEOUT_MS } from '../../database/index.js';
import { JobChanges, type Note } from '../job-changes.js';
import { type JobError, toJobError } from '../job-error.js';
import { JobGivenUpError } from '../job-errors.js';
import { Job } from '../job.entity.js';
import { type JobAction, nextState } from '../job-state.js';
import { JobNotices } from '../job-notices.js';
import { JobQueue, newTicket } from '../job-queue.js';
import { planRetry } from './retry-plan.js';

/** How a job that did not get to its end waits for the next attempt. */
export interface GiveBack {
  readonly delayMs: number;
  /** It was not the job's fault, so that the attempt does not count. */
  readonly isFree: boolean;
}

/**
 * What becomes of a job that a worker has. Nothing happens when the worker has lost it meanwhile: every method then
 * resolves with false.
 */
@Injectable()
export class JobSettlement {
  constructor(
    private readonly changes: JobChanges,
    private readonly queue: JobQueue,
    private readonly notices: JobNotices,
    @InjectConfig('jobs') private readonly config: AppConfig['jobs'],
  ) {}

  /** @param body the answer, as a client gets it */
  succeed(job: Job, body: Buffer): Promise<boolean> {
    const etag = `"${hash('sha256', body, 'base64url')}"`;
    return this.#settle(job, 'succeed', async (manager, note) => {
      const finishedAt = new Date();
      const expiresAt = new Date(finishedAt.getTime() + this.#retentionMs(job));
      await manager.update(Job, { id: job.id }, { progress: 100, error: null, finishedAt, expiresAt });
      await manager.query('INSERT INTO job_results (job_id, body, etag) VALUES ($1, $2, $3)', [
        job.id,
        body,
        etag,
      ]);
      await forgetDocument(manager, job.id);
      const result = `/results/${job.processingId}`;
      await note(job.id, 'succeeded', { result, ms: finishedAt.getTime() - job.createdAt.getTime() });
      await this.notices.ended(manager, job, 'job.succeeded');
    });
  }

  /** It fails, or waits for another attempt. */
  fail(job: Job, error: AppError): Promise<boolean> {
    const plan = planRetry(job, error, this.config);
    if (plan.next === 'fail') return this.#giveUp(job, toJobError(error), plan.isDead);
    return this.giveBack(job, error, plan);
  }

  /** @throws JobGivenUpError: it has begun more often than it may */
  requireAttempt({ attempts }: Job): void {
    const { max_attempts: most } = this.config;
    if (attempts > most) throw new JobGivenUpError(`Its workers ended ${most} times without a word.`);
  }

  giveBack(job: Job, cause: AppError, { delayMs, isFree }: GiveBack): Promise<boolean> {
    const error = toJobError(cause);
    return this.#settle(job, 'give_back', async (manager, note) => {
      const { id, ownerId, lane, turn } = job;
      const ticket = newTicket();
      const availableAt = new Date(Date.now() + delayMs);
      const attempts = isFree ? job.attempts - 1 : job.attempts;
      await manager.update(Job, { id }, { ticket, availableAt, attempts, error, phase: null });
      await this.queue.add(manager, [{ id, ownerId, lane, turn, ticket, availableAt }]);
      const { code, detail } = error;
      await note(id, 'queued', { attempts, available_at: availableAt, reason: { code, detail } });
    });
  }

  /** @param isDead for want of attempts: it may be retried, so that its document is kept as long as a result would be */
  #giveUp(job: Job, error: JobError, isDead: boolean): Promise<boolean> {
    return this.#settle(job, 'fail', async (manager, note) => {
      const isRetryable = isDead && job.retentionSeconds > 0;
      await manager.update(Job, { id: job.id }, { error, isDead: isRetryable, finishedAt: new Date() });
      if (!isRetryable) await forgetDocument(manager, job.id);
      await note(job.id, 'failed', { error });
      await this.notices.ended(manager, job, 'job.failed');
    });
  }

  async #settle(
    job: Job,
    action: JobAction,
    work: (manager: EntityManager, note: Note) => Promise<void>,
  ): Promise<boolean> {
    const { id, claims, ticket } = job;
    const isOurs = await this.changes.commit(async (manager, note) => {
      const [, held] = await manager.query<[unknown[], number]>(
        "UPDATE jobs SET state = $3 WHERE id = $1 AND claims = $2 AND state = 'running'",
        [id, claims, nextState('running', action)],
      );
      if (held === 0) return false;
      await this.queue.remove(manager, ticket);
      await work(manager, note);
      return true;
    }, LARGE_ANSWER_TIMEOUT_MS);
    if (action === 'give_back') this.queue.announce();
    else this.notices.announce(job);
    return isOurs;
  }

  #retentionMs({ retentionSeconds }: Job): number {
    if (retentionSeconds === 0) return this.config.undelivered_minutes * 60_000;
    return retentionSeconds * 1000;
  }
}

/** What was only kept to be able to do the work. */
export async function forgetDocument(manager: EntityManager, jobId: string): Promise<void> {
  await manager.query('DELETE FROM job_documents WHERE job_id = $1', [jobId]);
  await manager.query('DELETE FROM job_checkpoints WHERE job_id = $1', [jobId]);
}
