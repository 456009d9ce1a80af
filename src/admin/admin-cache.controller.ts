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

const EXAMPLE_DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

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
    examples: [
      { summary: 'All that a microservice has answered', value: { service: 'ocr_extractor' } },
      { summary: 'A document, whoever has sent it', value: { document: EXAMPLE_DIGEST } },
    ],
    response: cachePurgedSchema,
  })
  purgeCache(
    @Body({ schema: cachePurgeSchema }) body: CachePurgeRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<CachePurgeResponse> {
    return this.cache.purge(body, origin);
  }
}
