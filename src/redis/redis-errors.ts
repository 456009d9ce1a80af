import { AppError } from '../common/errors/index.js';

const RETRY_SECONDS = 1;

/** 503: Redis cannot be reached, or did not answer in time. Who can do without it catches this. */
export class RedisUnavailableError extends AppError {
  readonly code = 'REDIS_UNAVAILABLE';
  readonly status = 503;
  readonly title = 'A shared store is unavailable';

  constructor(cause?: unknown) {
    super('A store that the replicas share does not answer. Try again shortly.', {
      retryAfterSeconds: RETRY_SECONDS,
      cause,
    });
  }
}
