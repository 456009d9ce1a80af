import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { type Page, toPage } from '../common/paging/index.js';
import { type AuditEntryResponse, type AuditQuery, toAuditEntryResponse } from './audit-log.schema.js';

@Injectable()
export class AuditLogService {
  constructor(private readonly log: AuditLog) {}

  async list(query: AuditQuery): Promise<Page<AuditEntryResponse>> {
    const entries = await this.log.find(query);
    return toPage(entries, query.limit, ({ at, id }) => ({ at, id }), toAuditEntryResponse);
  }
}
