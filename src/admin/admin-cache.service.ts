import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { ResultStore } from '../cache/index.js';
import type { CachePurgeRequest, CachePurgeResponse } from './admin-cache.schema.js';

@Injectable()
export class AdminCacheService {
  constructor(
    private readonly results: ResultStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws RedisUnavailableError */
  async purge(request: CachePurgeRequest, origin: AuditOrigin): Promise<CachePurgeResponse> {
    const { owner = null, service = null, document = null } = request;
    const count = await this.results.purge(request);
    const details = { owner, service, document, ...count };
    await this.audit.record({ ...origin, action: 'cache.purged', subject: 'cache', details });
    return count;
  }
}
