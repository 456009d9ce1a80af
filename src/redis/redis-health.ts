import { Injectable } from '@nestjs/common';

import { HealthRegistry } from '../health/index.js';
import { RedisConnection } from './redis-connection.js';

/** Says how Redis is, where one is configured. */
@Injectable()
export class RedisHealth {
  constructor(connection: RedisConnection, health: HealthRegistry) {
    if (!connection.isConfigured) return;
    health.addDependency({
      name: 'Redis',
      isUp: () => connection.isUp,
      hasBeenUp: () => connection.hasBeenUp,
    });
  }
}
