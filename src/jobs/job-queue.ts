import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { type Handler, WorkQueue } from '../queue/index.js';
import type { Job, Lane } from './job.entity.js';

const QUEUE = 'documents';
/** The shortest that pg-boss takes: so long after its last sign of life a worker is taken for dead. */
const HEARTBEAT_SECONDS = 10;
/** A worker that dies of its job is noticed by the number of attempts, which are counted by us. */
const RETRY_LIMIT = 1_000;
/** Beyond the deadline of an attempt, to write down what became of it. */
const EXPIRY_MARGIN_SECONDS = 300;
const DAY_SECONDS = 86_400;
const RETENTION_DAYS = 14;
/** Interactive work comes before batches, and in its lane every job has its turn. */
const LANE_PRIORITY: Readonly<Record<Lane, number>> = { interactive: 1_000_000_000, batch: 0 };

/** What a piece of work in the queue says: which job it carries. */
export interface JobWork {
  readonly job_id: string;
}

type Carried = Pick<Job, 'id' | 'ownerId' | 'lane' | 'turn' | 'ticket' | 'availableAt'>;

/** Carries jobs to workers. A job is in the queue once, as the ticket that its row names. */
@Injectable()
export class JobQueue {
  constructor(
    private readonly queue: WorkQueue,
    @InjectConfig('jobs') private readonly config: AppConfig['jobs'],
    @InjectConfig('processing') processing: AppConfig['processing'],
  ) {
    queue.define(QUEUE, {
      retryLimit: RETRY_LIMIT,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: Math.ceil(processing.request_deadline_seconds) + EXPIRY_MARGIN_SECONDS,
      retentionSeconds: RETENTION_DAYS * DAY_SECONDS,
      deleteAfterSeconds: DAY_SECONDS,
    });
  }

  /** To be called before the application has started. */
  work(handler: Handler<JobWork>): void {
    const { concurrency, max_running_per_user: groupConcurrency } = this.config;
    this.queue.work(QUEUE, { concurrency, groupConcurrency }, handler);
  }

  /** @throws QueueUnavailableError */
  whenReady(): Promise<void> {
    return this.queue.whenReady();
  }

  /** @throws QueueUnavailableError */
  add(manager: EntityManager, jobs: readonly Carried[]): Promise<void> {
    const work = jobs.map(({ id, ownerId, lane, turn, ticket, availableAt }) => ({
      id: ticket,
      data: { job_id: id } satisfies JobWork,
      priority: LANE_PRIORITY[lane] - turn,
      group: { id: ownerId },
      startAfter: availableAt,
    }));
    return this.queue.add(manager, QUEUE, work);
  }

  /** @throws QueueUnavailableError */
  remove(manager: EntityManager, ticket: string): Promise<void> {
    return this.queue.remove(manager, QUEUE, [ticket]);
  }

  /** @throws QueueUnavailableError */
  postpone(ticket: string, until: Date): Promise<void> {
    return this.queue.postpone(QUEUE, ticket, until);
  }

  announce(): void {
    this.queue.announce(QUEUE);
  }
}

export function newTicket(): string {
  return randomUUID();
}
