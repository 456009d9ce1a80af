import { describe, expect, it } from '@jest/globals';
import { errors } from 'undici';

import { AppError, ClientClosedRequestError } from '../../common/errors/index.js';
import { translateFailure } from './translate-failure.js';
import { UpstreamError } from './upstream-errors.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code} 10.0.0.7:8004`), { code });
}

describe('translateFailure', () => {
  it.each([
    [systemError('ECONNREFUSED'), 'UPSTREAM_UNAVAILABLE', 502, 'connection_error', true],
    [systemError('ENOTFOUND'), 'UPSTREAM_UNAVAILABLE', 502, 'connection_error', true],
    [systemError('EAI_AGAIN'), 'UPSTREAM_UNAVAILABLE', 502, 'connection_error', true],
    [systemError('ECONNRESET'), 'UPSTREAM_UNAVAILABLE', 502, 'connection_error', false],
    [systemError('EPIPE'), 'UPSTREAM_UNAVAILABLE', 502, 'connection_error', false],
    [
      new errors.SocketError('other side closed 10.0.0.7'),
      'UPSTREAM_UNAVAILABLE',
      502,
      'connection_error',
      false,
    ],
    [new errors.ConnectTimeoutError('10.0.0.7'), 'UPSTREAM_TIMEOUT', 504, 'timeout', true],
    [systemError('ETIMEDOUT'), 'UPSTREAM_TIMEOUT', 504, 'timeout', false],
    [new errors.HeadersTimeoutError('10.0.0.7'), 'UPSTREAM_TIMEOUT', 504, 'timeout', false],
    [new errors.HTTPParserError('10.0.0.7'), 'UPSTREAM_INVALID_RESPONSE', 502, undefined, false],
    [new errors.HeadersOverflowError('10.0.0.7'), 'UPSTREAM_INVALID_RESPONSE', 502, undefined, false],
  ])('%s › %s, %d, counted as %s, nothing sent: %s', (cause, code, status, failureKind, nothingSent) => {
    const error = translateFailure('ocr_extractor', cause) as UpstreamError;
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ code, status, failureKind, nothingSent, cause });
    expect(error.message).not.toContain('10.0.0.7');
  });

  it('leaves our own errors as they are', () => {
    const error = new ClientClosedRequestError();
    expect(translateFailure('ocr_extractor', error)).toBe(error);
  });

  it.each([new Error('x'), 'x', undefined, null, { code: 5 }])('%p › none of ours, so a 500', (cause) => {
    const error = translateFailure('ocr_extractor', cause);
    expect(error).not.toBeInstanceOf(AppError);
    expect(error.cause).toBe(cause);
  });
});
