import { Controller, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../../auth/index.js';
import type { RequestContext } from '../../common/context/index.js';
import { Context, HttpExchange, type JsonAnswer } from '../../common/http/index.js';
import { type Caller, FromCaller, type Upload, UploadPipe } from '../../pipeline/index.js';
import { ProcessService } from './process.service.js';
import { ProcessDocs } from './submission.docs.js';
import { RoomGuard } from './room.guard.js';
import { FromWishes, type Wishes } from './wishes.js';

@ApiTags('pipeline')
@Controller()
@RequireScopes('documents:process')
export class ProcessController {
  constructor(private readonly service: ProcessService) {}

  @ProcessDocs()
  @UseGuards(RoomGuard)
  processDocument(
    @HttpExchange(UploadPipe) upload: Upload,
    @FromWishes() wishes: Wishes,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Promise<JsonAnswer> {
    return this.service.process(upload, wishes, context, caller);
  }
}
