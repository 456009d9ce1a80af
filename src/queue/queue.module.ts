import { Module } from '@nestjs/common';

import { DatabaseModule } from '../database/index.js';
import { HealthModule } from '../health/index.js';
import { RedisModule } from '../redis/index.js';
import { WorkQueue } from './work-queue.js';

/** Work for the background, kept in the database. */
@Module({
  imports: [DatabaseModule, RedisModule, HealthModule],
  providers: [WorkQueue],
  exports: [WorkQueue],
})
export class QueueModule {}
