import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../../auth/index.js';
import type { RequestContext } from '../../common/context/index.js';
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
import { BatchDocs } from './submission.docs.js';
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
  @BatchDocs()
  submitBatch(
    @HttpExchange(BatchUploadPipe) upload: BatchUpload,
    @FromWishes() wishes: Wishes,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Promise<JsonAnswer> {
    return this.service.accept(upload, wishes, context, caller);
  }
}
