import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../auth/index.js';
import type { Page } from '../common/paging/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  type AuditEntryResponse,
  auditPageSchema,
  type AuditQuery,
  auditQuerySchema,
} from './audit-log.schema.js';
import { AuditLogService } from './audit-log.service.js';

@ApiTags('admin')
@Controller('admin/audit-log')
export class AuditLogController {
  constructor(private readonly auditLog: AuditLogService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'Who did what, the newest first',
    query: auditQuerySchema,
    response: auditPageSchema,
  })
  listAuditLog(@Query({ schema: auditQuerySchema }) query: AuditQuery): Promise<Page<AuditEntryResponse>> {
    return this.auditLog.list(query);
  }
}
