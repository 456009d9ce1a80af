import type { Request } from 'express';

import { MalformedRequestError } from '../common/errors/index.js';
import { AuthenticationRequiredError, InvalidTokenError } from './auth-errors.js';

const BEARER = /^Bearer +(\S+)$/i;
const OTHER_SCHEME = /^(?!Bearer\b)[\w-]+( |$)/i;

/**
 * The token of `Authorization: Bearer <token>` (RFC 6750, section 2.1).
 * @throws AuthenticationRequiredError, InvalidTokenError, MalformedRequestError
 */
export function bearerToken(request: Request): string {
  const { authorization } = request.headers;
  if (authorization === undefined) throw new AuthenticationRequiredError();
  // Node shows only the first of several; a proxy in front of us may have looked at another.
  if (countAuthorizations(request.rawHeaders) > 1) {
    throw new MalformedRequestError('There is more than one Authorization header.');
  }
  const token = BEARER.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw OTHER_SCHEME.test(authorization) ? new AuthenticationRequiredError() : new InvalidTokenError();
}

function countAuthorizations(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]?.toLowerCase() === 'authorization') count += 1;
  }
  return count;
}
