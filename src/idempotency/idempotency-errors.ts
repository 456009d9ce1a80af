import { AppError } from '../common/errors/index.js';

const RETRY_SECONDS = 1;

/** 400: a header that is no key. */
export class IdempotencyKeyMalformedError extends AppError {
  readonly code = 'IDEMPOTENCY_KEY_MALFORMED';
  readonly status = 400;
  readonly title = 'The Idempotency-Key is malformed';

  constructor() {
    super('Idempotency-Key must be one key of 1 to 255 visible ASCII characters.');
  }
}

/** 409: the first request with this key is not answered yet. */
export class IdempotencyKeyInUseError extends AppError {
  readonly code = 'IDEMPOTENCY_KEY_IN_USE';
  readonly status = 409;
  readonly title = 'A request with this Idempotency-Key is under way';

  constructor() {
    super('A request with this Idempotency-Key is still being worked on. Try again shortly.', {
      retryAfterSeconds: RETRY_SECONDS,
    });
  }

  override get retryable(): boolean {
    return true;
  }
}

/** 422: the key belongs to another request. */
export class IdempotencyKeyReusedError extends AppError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  readonly status = 422;
  readonly title = 'The Idempotency-Key was used for another request';

  constructor() {
    super('This Idempotency-Key came with other content before. Use a new key for each new request.');
  }
}
