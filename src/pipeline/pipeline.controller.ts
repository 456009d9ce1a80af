import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../auth/index.js';
import type { RequestContext } from '../common/context/index.js';
import { Context, HttpExchange, type JsonAnswer } from '../common/http/index.js';
import { type Caller, FromCaller } from './caller.js';
import { DocumentRoute } from './pipeline.docs.js';
import { PipelineService } from './pipeline.service.js';
import { type Upload, UploadPipe } from './upload/index.js';

@ApiTags('pipeline')
@Controller()
@RequireScopes('documents:process')
export class PipelineController {
  constructor(private readonly pipeline: PipelineService) {}

  @DocumentRoute('process', 'One document through all the phases', 'process')
  process(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Promise<JsonAnswer> {
    return this.pipeline.process(upload, context, caller);
  }
}
