import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  cachePurgedSchema,
  type CachePurgeRequest,
  type CachePurgeResponse,
  cachePurgeSchema,
} from './admin-cache.schema.js';
import { AdminCacheService } from './admin-cache.service.js';

@ApiTags('admin')
@Controller('admin/cache')
export class AdminCacheController {
  constructor(private readonly cache: AdminCacheService) {}

  @Post('purge')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Forget kept results, by owner, microservice and document',
    body: cachePurgeSchema,
    response: cachePurgedSchema,
  })
  purgeCache(
    @Body({ schema: cachePurgeSchema }) body: CachePurgeRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<CachePurgeResponse> {
    return this.cache.purge(body, origin);
  }
}
