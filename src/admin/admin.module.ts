import { Module } from '@nestjs/common';

import { AuditModule } from '../audit/index.js';
import { CacheModule } from '../cache/index.js';
import { JobsModule } from '../jobs/index.js';
import { ProxyModule } from '../proxy/index.js';
import { SessionsModule } from '../sessions/index.js';
import { UsersModule } from '../users/index.js';
import { AdminCacheController } from './admin-cache.controller.js';
import { AdminCacheService } from './admin-cache.service.js';
import { AdminJobsController } from './admin-jobs.controller.js';
import { AdminJobsService } from './admin-jobs.service.js';
import { AdminServicesController } from './admin-services.controller.js';
import { AdminServicesService } from './admin-services.service.js';
import { AdminUsersController } from './admin-users.controller.js';
import { AdminUsersService } from './admin-users.service.js';
import { AuditLogController } from './audit-log.controller.js';
import { AuditLogService } from './audit-log.service.js';

/** The routes under /admin: operators read, administrators change. */
@Module({
  imports: [UsersModule, SessionsModule, AuditModule, CacheModule, ProxyModule, JobsModule],
  controllers: [
    AdminUsersController,
    AdminCacheController,
    AdminServicesController,
    AdminJobsController,
    AuditLogController,
  ],
  providers: [AdminUsersService, AdminCacheService, AdminServicesService, AdminJobsService, AuditLogService],
})
export class AdminModule {}
