import { AppError } from '../../common/errors/index.js';

/** 429: too many failures of late. Says nothing about whether there is such an account. */
export class LoginThrottledError extends AppError {
  readonly code = 'LOGIN_THROTTLED';
  readonly status = 429;
  readonly title = 'Too many attempts';

  constructor(waitMs: number) {
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    super(`Too many attempts have failed. Try again in ${seconds} s.`, { retryAfterSeconds: seconds });
  }
}
