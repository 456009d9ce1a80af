import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { RequireScopes } from '../../auth/index.js';
import type { Principal } from '../../common/context/index.js';
import { CurrentPrincipal } from '../../common/http/index.js';
import { DatabaseDocs } from '../../database/index.js';
import { documentResultSchema } from '../../pipeline/index.js';
import { ifNoneMatchSchema, processingIdSchema } from './jobs.schema.js';
import { ResultsService } from './results.service.js';

const ETAG = { ETag: 'Strong (RFC 9110)' };

@ApiTags('jobs')
@Controller('results')
@RequireScopes('documents:read')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get(':processing_id')
  @DatabaseDocs({
    summary: 'The result of a job: what `POST /process` would have answered',
    description:
      'As often as wanted until the job’s `expires_at`; with `X-Retention: 0s`, until it was delivered.',
    params: { processing_id: processingIdSchema },
    headers: { 'If-None-Match': ifNoneMatchSchema },
    answers: {
      200: { description: 'The result', schema: documentResultSchema, headers: ETAG },
      304: { description: 'You have it', headers: ETAG },
    },
    refusals: {
      404: 'No such job: `JOB_NOT_FOUND`',
      409: 'Not ready: `RESULT_NOT_READY`, `Retry-After`; failed or cancelled: `RESULT_NEVER_COMES`',
      410: 'It is no longer kept: `RESULT_GONE`',
    },
  })
  getResult(
    @CurrentPrincipal() principal: Principal,
    @Param('processing_id') processingId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.results.answer(principal, processingId, { request, response });
  }
}
