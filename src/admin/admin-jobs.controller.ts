import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import type { Page } from '../common/paging/index.js';
import { jobIdSchema } from '../jobs/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  type AdminJob,
  adminJobPageSchema,
  type AdminJobQuery,
  adminJobQuerySchema,
  adminJobSchema,
} from './admin-jobs.schema.js';
import { AdminJobsService } from './admin-jobs.service.js';

@ApiTags('admin')
@Controller('admin/jobs')
export class AdminJobsController {
  constructor(private readonly jobs: AdminJobsService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'The jobs of all users, the newest first',
    query: adminJobQuerySchema,
    response: adminJobPageSchema,
  })
  listAllJobs(@Query({ schema: adminJobQuerySchema }) query: AdminJobQuery): Promise<Page<AdminJob>> {
    return this.jobs.list(query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Have a job done again that was given up for want of attempts',
    params: { id: jobIdSchema },
    response: adminJobSchema,
    refusals: {
      404: 'No such job: `JOB_NOT_FOUND`',
      409: 'It was not given up, or its document is no longer kept: `JOB_NOT_RETRYABLE`',
    },
  })
  retryJob(@Param('id') id: string, @Origin() origin: AuditOrigin): Promise<AdminJob> {
    return this.jobs.retry(id, origin);
  }
}
