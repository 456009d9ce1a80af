import { type DynamicModule, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';

import { AdminModule } from './admin/index.js';
import { ApiKeysModule } from './api-keys/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule } from './auth/index.js';
import { CacheModule } from './cache/index.js';
import { ProblemDetailsFilter, validationErrorFrom } from './common/errors/index.js';
import { type AppConfig, ConfigModule } from './config/index.js';
import { ConsoleModule } from './console/index.js';
import { DatabaseModule } from './database/index.js';
import { ErrorPagesModule } from './error-pages/index.js';
import { HealthModule } from './health/index.js';
import { JobsModule } from './jobs/index.js';
import { type Logging, LoggingModule } from './logging/index.js';
import { MetricsModule } from './metrics/index.js';
import { PipelineModule } from './pipeline/index.js';
import { ProxyModule } from './proxy/index.js';
import { QueueModule } from './queue/index.js';
import { RedisModule } from './redis/index.js';
import { SessionsModule } from './sessions/index.js';
import { UsersModule } from './users/index.js';
import { WebhooksModule } from './webhooks/index.js';

/** The table of contents. AuthModule brings the global guard: a route is closed unless it says @Public(). */
@Module({})
export class AppModule {
  static register(config: AppConfig, logging: Logging): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(config),
        LoggingModule.register(logging),
        MetricsModule.register(config.monitoring),
        HealthModule,
        ErrorPagesModule,
        // Routes are looked for in this order, and this one is asked for most.
        ProxyModule,
        DatabaseModule,
        RedisModule,
        QueueModule,
        UsersModule,
        AuditModule,
        SessionsModule,
        ApiKeysModule,
        AuthModule,
        CacheModule,
        PipelineModule,
        WebhooksModule,
        JobsModule,
        AdminModule,
        ConsoleModule,
      ],
      providers: [
        ProblemDetailsFilter,
        { provide: APP_FILTER, useExisting: ProblemDetailsFilter },
        {
          provide: APP_PIPE,
          useValue: new StandardSchemaValidationPipe({ exceptionFactory: validationErrorFrom }),
        },
      ],
    };
  }
}
