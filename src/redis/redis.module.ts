import { Module } from '@nestjs/common';

import { HealthModule } from '../health/index.js';
import { EventBus } from './event-bus.js';
import { MemoryEventBus } from './memory-event-bus.js';
import { RedisConnection } from './redis-connection.js';
import { RedisEventBus } from './redis-event-bus.js';
import { RedisHealth } from './redis-health.js';

/** What replicas share: Redis by `REDIS_URL`, or the memory of this process. */
@Module({
  imports: [HealthModule],
  providers: [
    RedisConnection,
    RedisHealth,
    {
      provide: EventBus,
      inject: [RedisConnection],
      useFactory: (connection: RedisConnection): EventBus =>
        connection.client ? new RedisEventBus(connection, connection.client) : new MemoryEventBus(),
    },
  ],
  exports: [RedisConnection, EventBus],
})
export class RedisModule {}
