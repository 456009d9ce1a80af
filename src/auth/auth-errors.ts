import { AppError } from '../common/errors/index.js';

/** RFC 9110, section 11.6.1: every 401 says how to authenticate. */
const CHALLENGE = 'Bearer realm="iris"';

/** 401: no credentials were sent. */
export class AuthenticationRequiredError extends AppError {
  readonly code = 'AUTHENTICATION_REQUIRED';
  readonly status = 401;
  readonly title = 'Authentication is required';

  constructor() {
    super('Send an access token: Authorization: Bearer <token>.', {
      headers: { 'WWW-Authenticate': CHALLENGE },
    });
  }
}

/** 401: a token that is malformed, expired or not ours. Which of them is nobody's business (RFC 6750). */
export class InvalidTokenError extends AppError {
  readonly code = 'INVALID_TOKEN';
  readonly status = 401;
  readonly title = 'The access token is not valid';

  constructor(cause?: unknown) {
    super('The access token is malformed, expired or not one of this gateway.', {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` },
      cause,
    });
  }
}

/** 401: unknown user, wrong password or disabled user, all alike. */
export class InvalidCredentialsError extends AppError {
  readonly code = 'INVALID_CREDENTIALS';
  readonly status = 401;
  readonly title = 'The credentials are not valid';

  constructor() {
    super('The e-mail address or the password is wrong.', { headers: { 'WWW-Authenticate': CHALLENGE } });
  }
}

/** 403: authenticated, but without the role that the route wants. */
export class InsufficientRoleError extends AppError {
  readonly code = 'INSUFFICIENT_ROLE';
  readonly status = 403;
  readonly title = 'The role does not suffice';

  constructor() {
    super('This route is for another role.', {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="insufficient_scope"` },
    });
  }
}
