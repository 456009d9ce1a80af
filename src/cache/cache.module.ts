import { Module } from '@nestjs/common';

import { RedisModule } from '../redis/index.js';
import { CacheKeys } from './cache-keys.js';
import { CacheMetrics } from './cache-metrics.js';
import { MemoryTier } from './memory-tier.js';
import { ModelVersions } from './model-versions.js';
import { RedisTier } from './redis-tier.js';
import { ResultCache } from './result-cache.js';
import { ResultLock } from './result-lock.js';
import { ResultStore } from './result-store.js';

/** Results that need not be made twice. */
@Module({
  imports: [RedisModule],
  providers: [
    CacheKeys,
    CacheMetrics,
    MemoryTier,
    RedisTier,
    ResultStore,
    ResultLock,
    ModelVersions,
    ResultCache,
  ],
  exports: [ResultCache, ResultStore, ModelVersions],
})
export class CacheModule {}
