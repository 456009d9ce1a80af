import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import { SERVICE_NAMES } from '../config/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  type AdminService,
  adminServiceSchema,
  type AdminServices,
  adminServicesSchema,
  type BreakerRequest,
  breakerSchema,
} from './admin-services.schema.js';
import { AdminServicesService } from './admin-services.service.js';

@ApiTags('admin')
@Controller('admin/services')
export class AdminServicesController {
  constructor(private readonly services: AdminServicesService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'The microservices as this replica sees them, and the policy in front of each',
    response: adminServicesSchema,
  })
  listAdminServices(): AdminServices {
    return this.services.list();
  }

  @Post(':service/breaker')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Take a microservice out of use on every replica, or have it called again',
    params: { service: z.enum(SERVICE_NAMES).meta({ description: 'The microservice' }) },
    body: breakerSchema,
    examples: [
      { summary: 'Out of use', value: { action: 'isolate' } },
      { summary: 'In use again', value: { action: 'reset' } },
    ],
    response: adminServiceSchema,
    refusals: { 404: 'No such microservice: `SERVICE_UNKNOWN`' },
  })
  setBreaker(
    @Param('service') service: string,
    @Body({ schema: breakerSchema }) body: BreakerRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<AdminService> {
    return this.services.setBreaker(service, body, origin);
  }
}
