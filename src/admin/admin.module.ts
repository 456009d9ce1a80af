import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { ApiKeysModule } from '../api-keys/index.js';
import { AuditModule } from '../audit/index.js';
import { CacheModule } from '../cache/index.js';
import { JobsModule } from '../jobs/index.js';
import { ProxyModule } from '../proxy/index.js';
import { RateLimitModule } from '../rate-limit/index.js';
import { RedisModule } from '../redis/index.js';
import { SessionsModule } from '../sessions/index.js';
import { UsersModule } from '../users/index.js';
import { AdminCacheController } from './admin-cache.controller.js';
import { AdminCacheService } from './admin-cache.service.js';
import { AdminJobsController } from './admin-jobs.controller.js';
import { AdminJobsService } from './admin-jobs.service.js';
import { AdminLimitsController } from './admin-limits.controller.js';
import { AdminLimitsService } from './admin-limits.service.js';
import { AdminLogLevelsController } from './admin-log-levels.controller.js';
import { AdminLogLevelsService } from './admin-log-levels.service.js';
import { AdminServicesController } from './admin-services.controller.js';
import { AdminServicesService } from './admin-services.service.js';
import { AdminStatsController } from './admin-stats.controller.js';
import { AdminStatsService } from './admin-stats.service.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AdminUsersService } from './admin-users.service.js';
import { AuditLogController } from './audit-log.controller.js';
import { AuditLogService } from './audit-log.service.js';
import { AccessPreview } from './explain/access-preview.js';
import { ExplainController } from './explain/explain.controller.js';
import { ExplainService } from './explain/explain.service.js';
import { RouteFactsReader } from './explain/route-facts.js';
import { RouteFinder } from './explain/route-finder.js';
import { RoutePolicy } from './explain/route-policy.js';
import { PrincipalLookup } from './principal-lookup.js';
import { MinuteRecorder } from './traffic/minute-recorder.js';
import { SharedMinutes } from './traffic/shared-minutes.js';
import { TrafficHistoryService } from './traffic/traffic-history.service.js';

/** The routes under /admin: operators read, administrators change. */
@Module({
  imports: [
    DiscoveryModule,
    UsersModule,
    SessionsModule,
    ApiKeysModule,
    RateLimitModule,
    AuditModule,
    RedisModule,
    CacheModule,
    ProxyModule,
    JobsModule,
    RedisModule,
  ],
  controllers: [
    AdminUsersController,
    AdminCacheController,
    AdminStatsController,
    AdminServicesController,
    AdminLimitsController,
    AdminJobsController,
    AdminLogLevelsController,
    AuditLogController,
    ExplainController,
  ],
  providers: [
    AdminUsersService,
    AdminCacheService,
    AdminStatsService,
    MinuteRecorder,
    SharedMinutes,
    TrafficHistoryService,
    AdminServicesService,
    AdminLimitsService,
    AdminJobsService,
    AdminLogLevelsService,
    AuditLogService,
    PrincipalLookup,
    ExplainService,
    AccessPreview,
    RouteFactsReader,
    RouteFinder,
    RoutePolicy,
  ],
})
export class AdminModule {}
