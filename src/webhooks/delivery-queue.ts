import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { type Handler, WorkQueue } from '../queue/index.js';
import { type FailedTry, nextAttemptAt } from './retry-schedule.js';

const HOUR_MS = 3_600_000;
const QUEUE = 'webhooks';
/** Beyond the attempt itself, to read and to note it. */
const GRACE_SECONDS = 30;
/** A process that dies is noticed after this. */
const HEARTBEAT_SECONDS = 10;
const HEARTBEAT_REFRESH_SECONDS = 4;
/** While an attempt cannot be noted, it is made again; each one that is noted is new work. */
const MAX_REPEATS = 1_000;
const REPEAT_DELAY_SECONDS = 5;
const KEEP_DONE_SECONDS = 600;

export interface DeliveryWork {
  readonly deliveryId: string;
}

/** Attempts to come, as work: each attempt has a ticket, and a delivery knows which one is its next. */
@Injectable()
export class DeliveryQueue {
  constructor(
    private readonly queue: WorkQueue,
    @InjectConfig('webhooks') private readonly config: AppConfig['webhooks'],
  ) {
    queue.define(QUEUE, {
      expireInSeconds: Math.ceil(config.timeout_seconds) + GRACE_SECONDS,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit: MAX_REPEATS,
      retryDelay: REPEAT_DELAY_SECONDS,
      deleteAfterSeconds: KEEP_DONE_SECONDS,
    });
  }

  /** To be called before the application has started. */
  work(handler: Handler<DeliveryWork>): void {
    const { concurrency, max_per_user: groupConcurrency } = this.config;
    const heartbeatRefreshSeconds = HEARTBEAT_REFRESH_SECONDS;
    this.queue.work(QUEUE, { concurrency, groupConcurrency, heartbeatRefreshSeconds }, handler);
  }

  /** @param startAfter undefined: now. @throws QueueUnavailableError */
  async add(
    manager: EntityManager,
    { id, ownerId }: { readonly id: string; readonly ownerId: string },
    ticket: string,
    startAfter?: Date,
  ): Promise<void> {
    await this.queue.add<DeliveryWork>(manager, QUEUE, [
      { id: ticket, data: { deliveryId: id }, group: { id: ownerId }, ...(startAfter && { startAfter }) },
    ]);
  }

  /** When a delivery that begins now is given up. */
  retryUntil(): Date {
    return new Date(Date.now() + this.config.retry_hours * HOUR_MS);
  }

  /** @returns undefined: it is given up */
  nextAttemptAt(failed: FailedTry): Date | undefined {
    return nextAttemptAt(failed, this.config.retry_delays_seconds);
  }

  announce(): void {
    this.queue.announce(QUEUE);
  }
}
