import { Controller, Get, Header, Ip } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';

import type { Principal } from '../common/context/index.js';
import { AnyCredential, RouteDocs } from '../common/decorators/index.js';
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
  @RouteDocs({
    summary: 'Every limit that applies to you, and what is left of it',
    description:
      'Asking is free, also when a limit is used up. A call is admitted when all of its limits admit it.',
    response: limitsResponseSchema,
  })
  async listLimits(@CurrentPrincipal() principal: Principal, @Ip() address: string): Promise<LimitsResponse> {
    return toLimitsResponse(await this.limits.look(principal, address));
  }
}
