import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../../auth/index.js';
import type { RequestContext } from '../../common/context/index.js';
import { ApiProblem } from '../../common/decorators/index.js';
import { Context, HttpExchange, type JsonAnswer } from '../../common/http/index.js';
import {
  type BatchUpload,
  BatchUploadPipe,
  type Caller,
  FromCaller,
  Performs,
} from '../../pipeline/index.js';
import { BatchService } from './batch.service.js';
import { RoomGuard } from './room.guard.js';
import { FromWishes, type Wishes } from './wishes.js';

@ApiTags('jobs')
@Controller('jobs')
@RequireScopes('documents:process')
export class BatchController {
  constructor(private readonly service: BatchService) {}

  @Post('batch')
  @HttpCode(202)
  @Performs('process')
  @UseGuards(RoomGuard)
  @ApiOperation({ summary: 'Many documents at once, as parts or in ZIPs; each one becomes a job' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
    },
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string' } })
  @ApiAcceptedResponse({
    description: '`jobs`, and the documents that were `refused`, each with its `code`',
    schema: { type: 'object' },
  })
  @ApiProblem(413, 'Too many documents or bytes: `limit`, `actual`')
  @ApiProblem(422, 'Bad parameters, or an archive that cannot be read')
  @ApiProblem(429, 'Too many of your jobs wait: `Retry-After`')
  @ApiProblem(503, 'The queue is full: `Retry-After`')
  accept(
    @HttpExchange(BatchUploadPipe) upload: BatchUpload,
    @FromWishes() wishes: Wishes,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Promise<JsonAnswer> {
    return this.service.accept(upload, wishes, context, caller);
  }
}
