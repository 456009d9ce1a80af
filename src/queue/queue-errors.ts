import { AppError } from '../common/errors/index.js';

const RETRY_SECONDS = 1;

/** 503: the gateway has just started, or its database has just come back. */
export class QueueUnavailableError extends AppError {
  readonly code = 'QUEUE_UNAVAILABLE';
  readonly status = 503;
  readonly title = 'The queue is not ready';

  constructor() {
    super('Work for the background cannot be accepted yet. Try again shortly.', {
      retryAfterSeconds: RETRY_SECONDS,
    });
  }
}
