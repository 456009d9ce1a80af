import { All, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';

import { RequireScopes } from '../../auth/index.js';
import type { Principal } from '../../common/context/index.js';
import { CurrentPrincipal } from '../../common/http/index.js';
import { ForwardsTo } from './forwards.decorator.js';
import { PassthroughDocs } from './passthrough.docs.js';
import { PassthroughService } from './passthrough.service.js';

@ApiTags('services')
@Controller('services/:service')
@RequireScopes('services:proxy')
export class PassthroughController {
  constructor(private readonly passthrough: PassthroughService) {}

  @All('*path')
  @ForwardsTo('service')
  @PassthroughDocs()
  forward(
    @Param('service') service: string,
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return this.passthrough.forward(service, request, response, principal);
  }
}
