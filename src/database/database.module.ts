import { Module } from '@nestjs/common';
import { getConfigToken } from '@nestjs/config';
import { TypeOrmModule } from '@nestjs/typeorm';

import type { AppConfig } from '../config/index.js';
import { HealthModule } from '../health/index.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { DatabaseConnector } from './database-connector.js';
import { EmbeddedPostgres } from './embedded/embedded-postgres.js';

/** PostgreSQL by `DATABASE_URL`, or the embedded one. */
@Module({
  imports: [
    HealthModule,
    TypeOrmModule.forRootAsync({
      inject: [getConfigToken('database')],
      useFactory: (config: AppConfig['database']) => ({
        ...dataSourceOptions(config),
        autoLoadEntities: true,
        // The connector connects: a database that is absent must not keep the gateway from listening.
        manualInitialization: true,
      }),
    }),
  ],
  providers: [EmbeddedPostgres, DatabaseConnector, Database],
  exports: [Database],
})
export class DatabaseModule {}
