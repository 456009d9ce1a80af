import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';

import { RequireScopes } from '../../auth/index.js';
import { AdminDocs } from '../admin.docs.js';
import { type ExplainQuery, explainQuerySchema, type Explanation, explainSchema } from './explain.schema.js';
import { ExplainService } from './explain.service.js';

@ApiTags('admin')
@Controller('admin/explain')
export class ExplainController {
  constructor(private readonly explanations: ExplainService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'What would become of a request: access, limits, uploads, microservices, cache, jobs',
    query: explainQuerySchema,
    response: explainSchema,
    refusals: { 404: 'No such route, user or API key: `ROUTE_UNKNOWN`, `PRINCIPAL_NOT_FOUND`' },
  })
  explainRequest(
    @Query({ schema: explainQuerySchema }) query: ExplainQuery,
    @Req() { app }: Request,
  ): Promise<Explanation> {
    return this.explanations.explain(query, app);
  }
}
