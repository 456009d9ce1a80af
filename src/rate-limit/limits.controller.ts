import { Controller, Get, Header, Ip } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';

import type { Principal } from '../common/context/index.js';
import { ApiProblem, AnyCredential } from '../common/decorators/index.js';
import { CurrentPrincipal } from '../common/http/index.js';
import { type LimitsResponse, limitsResponseSchema, toLimitsResponse } from './limits.schema.js';
import { RequestLimits } from './request-limits.js';

@ApiTags('limits')
@Controller('limits')
@SkipThrottle()
export class LimitsController {
  constructor(private readonly limits: RequestLimits) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @AnyCredential()
  @ApiOperation({
    summary: 'Every limit that applies to you, and what is left of it',
    description:
      'Asking is free, also when a limit is used up. A call is admitted when all of its limits admit it.',
  })
  @ApiOkResponse({ standardSchema: limitsResponseSchema })
  @ApiProblem(401, 'No credentials, or not valid ones')
  async listLimits(@CurrentPrincipal() principal: Principal, @Ip() address: string): Promise<LimitsResponse> {
    return toLimitsResponse(await this.limits.look(principal, address));
  }
}
