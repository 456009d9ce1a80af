import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import type { Page } from '../common/paging/index.js';
import { JobRepetition, JobViews } from '../jobs/index.js';
import { type AdminJob, type AdminJobQuery, toAdminJob } from './admin-jobs.schema.js';

@Injectable()
export class AdminJobsService {
  constructor(
    private readonly views: JobViews,
    private readonly repetition: JobRepetition,
    private readonly audit: AuditLog,
  ) {}

  list({ dead: isDead, owner_id: ownerId, ...rest }: AdminJobQuery): Promise<Page<AdminJob>> {
    return this.views.page({ isDead, ownerId, ...rest }, toAdminJob);
  }

  /** @throws JobNotFoundError, JobNotRepeatableError, QueueUnavailableError */
  async repeat(id: string, origin: AuditOrigin): Promise<AdminJob> {
    const job = await this.repetition.repeat(id);
    const details = { owner_id: job.ownerId };
    await this.audit.record({ ...origin, action: 'job.repeated', subject: `job:${id}`, details });
    return this.views.view(job, toAdminJob);
  }
}
