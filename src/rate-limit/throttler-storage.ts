import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';

import { secondsUntil } from './quota-headers.js';
import { RateLimiter } from './rate-limiter.js';

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** What `@Throttle()` on a route counts is counted like everything else: shared, and without what was refused. */
@Injectable()
export class LimiterThrottlerStorage implements ThrottlerStorage {
  constructor(private readonly limiter: RateLimiter) {}

  async increment(key: string, ttl: number, limit: number): Promise<ThrottlerRecord> {
    const allowance = { limit: { name: 'route', units: limit, windowMs: ttl }, subject: key } as const;
    const { isAdmitted, standings } = await this.limiter.take([allowance]);
    const { remaining = 0, resetMs = 0, waitMs = 0 } = standings[0] ?? {};
    return {
      totalHits: limit - remaining,
      timeToExpire: secondsUntil(resetMs),
      isBlocked: !isAdmitted,
      timeToBlockExpire: secondsUntil(waitMs),
    };
  }
}
