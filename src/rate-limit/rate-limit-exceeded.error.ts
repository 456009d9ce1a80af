import { TooManyRequestsError } from '../common/errors/index.js';
import { secondsUntil } from './quota-headers.js';
import type { Standing } from './store/rate-limit-store.js';

/** 429: one or more limits are used up; `Retry-After` says when all of them admit a call again. */
export class RateLimitExceededError extends TooManyRequestsError {
  /** @param refusing the limits that refuse, the one to wait for longest first */
  constructor(refusing: readonly [Standing, ...Standing[]]) {
    const [{ limit, waitMs }] = refusing;
    const seconds = Math.max(1, secondsUntil(waitMs));
    super(
      `The limit "${limit.name}" is ${limit.units} in ${limit.windowMs / 1000} s. Try again in ${seconds} s.`,
      {
        retryAfterSeconds: seconds,
        extensions: {
          limit: limit.units,
          'violated-policies': refusing.map(({ limit: { name } }) => name),
        },
      },
    );
  }
}
