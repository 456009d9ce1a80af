import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ulid } from 'ulid';

import { LARGE_ANSWER_TIMEOUT_MS } from '../../database/index.js';
import { JobBacklog } from '../job-backlog.js';
import { JobChanges } from '../job-changes.js';
import { Job } from '../job.entity.js';
import { JobQueue, newTicket } from '../job-queue.js';
import type { JobOrder } from './job-order.js';
import { nextTurn } from './next-turn.js';

const BATCH_TIMEOUT_MS = 60_000;

/** Done in the transaction that accepts the jobs. */
export type OnAccept = (manager: EntityManager, jobs: readonly Job[]) => Promise<void>;

/** Takes jobs in: whoever is told that a job was accepted can rely on it, whatever happens from then on. */
@Injectable()
export class JobIntake {
  constructor(
    private readonly changes: JobChanges,
    private readonly queue: JobQueue,
    private readonly backlog: JobBacklog,
  ) {}

  /**
   * All of them or none; all have the same owner and lane.
   * @throws QueueFullError, TooManyJobsError, QueueUnavailableError, DatabaseUnavailableError, DatabaseBusyError
   */
  async accept(orders: readonly JobOrder[], onAccept: OnAccept): Promise<Job[]> {
    const [first] = orders;
    if (!first) return [];
    // Once more: others came while this upload was read.
    await this.backlog.requireRoom(first.ownerId, orders.length);
    await this.queue.whenReady();
    const timeoutMs = orders.length > 1 ? BATCH_TIMEOUT_MS : LARGE_ANSWER_TIMEOUT_MS;
    const accepted = await this.changes.commit(async (manager, note) => {
      const jobs = await insertJobs(manager, orders, new Date());
      await this.queue.add(manager, jobs);
      for (const { id, availableAt } of jobs)
        await note(id, 'queued', { attempts: 0, available_at: availableAt });
      await onAccept(manager, jobs);
      return jobs;
    }, timeoutMs);
    this.queue.announce();
    return accepted;
  }

  /**
   * Takes in work that this process has begun already and goes on with.
   * @param rescueAt when another worker takes it, unless that is put off
   * @throws QueueUnavailableError, DatabaseUnavailableError, DatabaseBusyError
   */
  async adopt(order: JobOrder, rescueAt: Date, onAccept: OnAccept): Promise<Job> {
    await this.queue.whenReady();
    return this.changes.commit(async (manager, note) => {
      const [job] = await insertJobs(manager, [order], rescueAt);
      if (!job) throw new Error('no job was inserted');
      await this.queue.add(manager, [job]);
      await note(job.id, 'queued', { attempts: 0, available_at: job.createdAt });
      Object.assign(job, { state: 'running', claims: 1, attempts: 1, startedAt: job.createdAt });
      await manager.update(
        Job,
        { id: job.id },
        { state: 'running', claims: 1, attempts: 1, startedAt: job.createdAt },
      );
      await note(job.id, 'started', { attempt: 1, waited_ms: 0 });
      await onAccept(manager, [job]);
      return job;
    }, LARGE_ANSWER_TIMEOUT_MS);
  }
}

async function insertJobs(
  manager: EntityManager,
  orders: readonly JobOrder[],
  availableAt: Date,
): Promise<Job[]> {
  const [first] = orders;
  if (!first) return [];
  const turn = await nextTurn(manager, first.ownerId, first.lane);
  const jobs = orders.map((order, index) => toJob(order, turn + index, availableAt));
  await manager.insert(Job, jobs);
  for (const [index, { order }] of orders.entries()) {
    await manager.query('INSERT INTO job_documents (job_id, bytes) VALUES ($1, $2)', [
      jobs[index]?.id,
      order.document.bytes,
    ]);
  }
  return jobs;
}

function toJob({ order, ...rest }: JobOrder, turn: number, availableAt: Date): Job {
  const { processingId, parameters, document } = order;
  return {
    ...rest,
    id: `job_${ulid()}`,
    processingId,
    state: 'queued',
    turn,
    ticket: newTicket(),
    claims: 0,
    attempts: 0,
    phase: null,
    progress: 0,
    parameters,
    mediaType: document.mediaType,
    documentSha256: document.sha256,
    documentBytes: document.bytes.length,
    error: null,
    isDead: false,
    createdAt: new Date(),
    availableAt,
    startedAt: null,
    finishedAt: null,
    expiresAt: null,
  };
}
