import { Module } from '@nestjs/common';
import { ThrottlerModule, type ThrottlerModuleOptions } from '@nestjs/throttler';

import { LimiterModule } from './limiter.module.js';
import { LimitsController } from './limits.controller.js';
import { RateLimitGuard } from './rate-limit.guard.js';
import { RequestLimits } from './request-limits.js';
import { SubjectLimits } from './subject-limits.js';
import { LimiterThrottlerStorage } from './throttler-storage.js';
import { TierLimits } from './tier-limits.js';

/** How often one may call. AuthModule puts the guard in its place between its own. */
@Module({
  imports: [
    LimiterModule,
    ThrottlerModule.forRootAsync({
      imports: [LimiterModule],
      inject: [LimiterThrottlerStorage, TierLimits],
      useFactory: (
        storage: LimiterThrottlerStorage,
        { default: { units, windowMs } }: TierLimits,
      ): ThrottlerModuleOptions => ({ storage, throttlers: [{ limit: units, ttl: windowMs }] }),
    }),
  ],
  controllers: [LimitsController],
  providers: [RequestLimits, RateLimitGuard, SubjectLimits],
  exports: [RequestLimits, RateLimitGuard, SubjectLimits],
})
export class RateLimitModule {}
