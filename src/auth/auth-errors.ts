import type { Scope } from '../common/context/index.js';
import { AppError } from '../common/errors/index.js';

/** RFC 9110, section 11.6.1: every 401 says how to authenticate. */
const CHALLENGE = 'Bearer realm="iris"';

/** 401: no credentials were sent. */
export class AuthenticationRequiredError extends AppError {
  readonly code = 'AUTHENTICATION_REQUIRED';
  readonly status = 401;
  readonly title = 'Authentication is required';

  constructor() {
    super('Send an access token (Authorization: Bearer <token>) or an API key (X-API-Key: <key>).', {
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

/** 401: no API key of ours, an expired or a revoked one, or one of a disabled user, all alike. */
export class InvalidApiKeyError extends AppError {
  readonly code = 'INVALID_API_KEY';
  readonly status = 401;
  readonly title = 'The API key is not valid';

  constructor() {
    super('The API key is malformed, expired, revoked or not one of this gateway.', {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` },
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

/** 403: authenticated, but without what the route asks for (RFC 6750, section 3.1). */
export class InsufficientScopeError extends AppError {
  readonly code = 'INSUFFICIENT_SCOPE';
  readonly status = 403;
  readonly title = 'The credentials do not suffice';

  constructor(scopes: readonly Scope[]) {
    const wanted = scopes.join(' ');
    super(`This needs the scope ${scopes.join(' and ')}.`, {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="insufficient_scope", scope="${wanted}"` },
    });
  }
}

/** 403: an API key on a route that is for people, such as the one that makes API keys. */
export class AccessTokenRequiredError extends AppError {
  readonly code = 'ACCESS_TOKEN_REQUIRED';
  readonly status = 403;
  readonly title = 'API keys are not accepted here';

  constructor() {
    super('This route is for users who have logged in: send an access token.', {
      headers: { 'WWW-Authenticate': `${CHALLENGE}, error="insufficient_scope"` },
    });
  }
}
