import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Webhooks, type WebhookType } from '../webhooks/index.js';
import { Job } from './job.entity.js';
import { toJobResponse } from './job-response.js';

/** Has those told of the end of a job who have asked for it. */
@Injectable()
export class JobNotices {
  constructor(private readonly webhooks: Webhooks) {}

  /**
   * In the transaction in which the job has ended, after its row was changed; `announce` afterwards.
   * @throws QueueUnavailableError
   */
  async ended(manager: EntityManager, { id, callbackUrl: url }: Job, type: WebhookType): Promise<void> {
    if (url === null) return;
    const job = await manager.findOneByOrFail(Job, { id });
    const payload = { type, timestamp: new Date().toISOString(), data: toJobResponse(job, null) };
    await this.webhooks.enqueue(manager, { ownerId: job.ownerId, jobId: id, url, type, payload });
  }

  announce({ callbackUrl }: Job): void {
    if (callbackUrl !== null) this.webhooks.announce();
  }
}
