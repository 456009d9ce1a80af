import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import type { Page } from '../common/paging/index.js';
import { JobRetry, JobViews } from '../jobs/index.js';
import { type AdminJob, type AdminJobQuery, toAdminJob } from './admin-jobs.schema.js';

@Injectable()
export class AdminJobsService {
  constructor(
    private readonly views: JobViews,
    private readonly retries: JobRetry,
    private readonly audit: AuditLog,
  ) {}

  list({ dead: isDead, owner_id: ownerId, ...rest }: AdminJobQuery): Promise<Page<AdminJob>> {
    return this.views.page({ isDead, ownerId, ...rest }, toAdminJob);
  }

  /** @throws JobNotFoundError, JobNotRetryableError, QueueUnavailableError */
  async retry(id: string, origin: AuditOrigin): Promise<AdminJob> {
    const job = await this.retries.retry(id);
    const details = { owner_id: job.ownerId };
    await this.audit.record({ ...origin, action: 'job.retried', subject: `job:${id}`, details });
    return this.views.view(job, toAdminJob);
  }
}
