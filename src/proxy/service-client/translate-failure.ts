import { errors } from 'undici';

import type { ServiceName } from '../../config/index.js';
import { AppError } from '../../common/errors/index.js';
import {
  UpstreamInvalidResponseError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from './upstream-errors.js';

/** Failures before a connection existed: nothing was sent. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EADDRNOTAVAIL',
]);
const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED']);
const TIMED_OUT = new Set(['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** The one table from network failures to our errors. */
export function translateFailure(service: ServiceName, cause: unknown): Error {
  if (cause instanceof AppError) return cause;
  const code = errorCode(cause);
  if (NOT_CONNECTED.has(code)) {
    return new UpstreamUnavailableError(service, 'The connection was refused.', { cause, nothingSent: true });
  }
  if (BROKEN_OFF.has(code))
    return new UpstreamUnavailableError(service, 'The connection broke off.', { cause });
  if (code === 'UND_ERR_CONNECT_TIMEOUT') {
    return new UpstreamTimeoutError(service, 'No connection in time.', { cause, nothingSent: true });
  }
  if (TIMED_OUT.has(code)) return new UpstreamTimeoutError(service, 'No answer in time.', { cause });
  // undici asserts some of what HTTP demands, such as a status of at least 100.
  if (cause instanceof errors.HTTPParserError || code.startsWith('UND_ERR_') || code === 'ERR_ASSERTION') {
    return new UpstreamInvalidResponseError(service, 'The answer is not valid HTTP.', { cause });
  }
  return new Error('a call to a microservice failed in an unknown way', { cause });
}

function errorCode(cause: unknown): string {
  const isCoded = typeof cause === 'object' && cause !== null && 'code' in cause;
  return isCoded && typeof cause.code === 'string' ? cause.code : '';
}
