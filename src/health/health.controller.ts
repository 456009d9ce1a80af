import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';

import { Public, RouteDocs } from '../common/decorators/index.js';
import { healthSchema, livenessSchema, readinessSchema } from './health.schema.js';
import { type HealthReport, HealthService } from './health.service.js';
import { ReadinessService } from './readiness.service.js';

@ApiTags('health')
@Public()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly readiness: ReadinessService,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RouteDocs({
    summary: 'How the gateway and its microservices are, for people and Docker',
    answers: {
      200: { description: 'It can serve; `degraded`: not with everything', schema: healthSchema },
      503: { description: 'It cannot serve: `unhealthy`', schema: healthSchema },
    },
  })
  async getHealth(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await this.health.report();
    response.status(report.status === 'unhealthy' ? 503 : 200);
    return report;
  }

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @RouteDocs({ summary: 'The process answers; depends on nothing', response: livenessSchema })
  getLiveness(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @RouteDocs({
    summary: 'This replica wants traffic: 503 while it starts, drains or cannot serve',
    response: readinessSchema,
    refusals: { 503: 'It starts, drains or cannot serve: `NOT_READY`' },
  })
  getReadiness(): Promise<object> {
    return this.readiness.check();
  }
}
