import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../../auth/index.js';
import type { Principal } from '../../common/context/index.js';
import { RouteDocs } from '../../common/decorators/index.js';
import { CurrentPrincipal } from '../../common/http/index.js';
import { type ServicesResponse, servicesResponseSchema } from './services.schema.js';
import { ServicesService } from './services.service.js';

@ApiTags('services')
@Controller('services')
@RequireScopes('services:proxy')
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RouteDocs({
    summary: 'The microservices and their instances, as this replica sees them',
    response: servicesResponseSchema,
  })
  listServices(@CurrentPrincipal() principal: Principal): ServicesResponse {
    return this.services.describe(principal);
  }
}
