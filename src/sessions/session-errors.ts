import { AppError } from '../common/errors/index.js';

/** 401: unknown, used, expired, or of a session that has ended. Which of them is nobody's business. */
export class InvalidRefreshTokenError extends AppError {
  readonly code = 'INVALID_REFRESH_TOKEN';
  readonly status = 401;
  readonly title = 'The refresh token is not valid';

  constructor() {
    super('The refresh token is unknown, used, expired or of a session that has ended. Log in again.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="iris", error="invalid_token"' },
    });
  }
}

/** 404: no such session, or somebody else's, or one that has ended. */
export class SessionNotFoundError extends AppError {
  readonly code = 'SESSION_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such session';

  constructor() {
    super('You have no live session with this id.');
  }
}
