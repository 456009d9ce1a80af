import { AppError } from '../common/errors/index.js';

/** 503: this replica wants no traffic. */
export class NotReadyError extends AppError {
  readonly code = 'NOT_READY';
  readonly status = 503;
  readonly title = 'This replica is not ready';

  constructor(reasons: readonly string[]) {
    super(reasons.join(', '), { retryAfterSeconds: 1 });
  }
}
