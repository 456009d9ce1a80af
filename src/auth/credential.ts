import type { Request } from 'express';

import { MalformedRequestError } from '../common/errors/index.js';
import { AuthenticationRequiredError, InvalidTokenError } from './auth-errors.js';

const BEARER = /^Bearer +(\S+)$/i;
const OTHER_SCHEME = /^(?!Bearer\b)[\w-]+( |$)/i;
const CREDENTIAL_HEADERS = new Set(['authorization', 'x-api-key']);

/** As it was sent: nothing has been checked yet. */
export interface PresentedCredential {
  readonly kind: 'access_token' | 'api_key';
  readonly text: string;
}

/**
 * The one credential of a request: `Authorization: Bearer <token>` (RFC 6750, section 2.1) or `X-API-Key: <key>`.
 * @throws AuthenticationRequiredError, InvalidTokenError, MalformedRequestError
 */
export function presentedCredential(request: Request): PresentedCredential {
  // Of two, a proxy in front of us may have looked at the other one; Node shows only the first, or both joined.
  if (countCredentials(request.rawHeaders) > 1) {
    throw new MalformedRequestError(
      'There is more than one credential: send one Authorization or one X-API-Key.',
    );
  }
  const { authorization, 'x-api-key': key } = request.headers;
  if (typeof key === 'string') return { kind: 'api_key', text: key };
  if (authorization === undefined) throw new AuthenticationRequiredError();
  return { kind: 'access_token', text: bearerToken(authorization) };
}

function bearerToken(authorization: string): string {
  const token = BEARER.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw OTHER_SCHEME.test(authorization) ? new AuthenticationRequiredError() : new InvalidTokenError();
}

function countCredentials(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (CREDENTIAL_HEADERS.has(rawHeaders[i]?.toLowerCase() ?? '')) count += 1;
  }
  return count;
}
