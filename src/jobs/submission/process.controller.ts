import { Controller, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../../auth/index.js';
import type { RequestContext } from '../../common/context/index.js';
import { Context, HttpExchange, type JsonAnswer } from '../../common/http/index.js';
import { type Caller, DocumentRoute, FromCaller, type Upload, UploadPipe } from '../../pipeline/index.js';
import { ProcessService } from './process.service.js';
import { RoomGuard } from './room.guard.js';
import { FromWishes, type Wishes } from './wishes.js';

@ApiTags('pipeline')
@Controller()
@RequireScopes('documents:process')
export class ProcessController {
  constructor(private readonly service: ProcessService) {}

  @DocumentRoute('process', 'One document through all the phases', 'process')
  @UseGuards(RoomGuard)
  @ApiHeader({
    name: 'Prefer',
    required: false,
    description: '`respond-async`: 202 at once; `wait=10`: 202 when it takes longer (RFC 7240)',
    schema: { type: 'string' },
  })
  @ApiHeader({
    name: 'X-Retention',
    required: false,
    description: 'How long a result is kept, such as `0s`, `90m` or `24h`',
    schema: { type: 'string' },
  })
  @ApiAcceptedResponse({
    description: 'It has become a job: `Location`, `Retry-After`',
    schema: { type: 'object' },
  })
  process(
    @HttpExchange(UploadPipe) upload: Upload,
    @FromWishes() wishes: Wishes,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Promise<JsonAnswer> {
    return this.service.process(upload, wishes, context, caller);
  }
}
