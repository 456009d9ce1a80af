import { Module } from '@nestjs/common';

import { RedisModule } from '../redis/index.js';
import { RateLimiter } from './rate-limiter.js';
import { LimiterThrottlerStorage } from './throttler-storage.js';
import { TierLimits } from './tier-limits.js';

/** What counts; the library's module needs it before ours. */
@Module({
  imports: [RedisModule],
  providers: [RateLimiter, TierLimits, LimiterThrottlerStorage],
  exports: [RateLimiter, TierLimits, LimiterThrottlerStorage],
})
export class LimiterModule {}
