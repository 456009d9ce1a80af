import { Global, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';

import { DrainState } from './drain-state.js';
import { HealthRegistry } from './health-registry.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { ReadinessService } from './readiness.service.js';

@Global()
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [HealthRegistry, DrainState, HealthService, ReadinessService],
  exports: [HealthRegistry, DrainState],
})
export class HealthModule {}
