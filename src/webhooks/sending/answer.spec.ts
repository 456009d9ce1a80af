import { describe, expect, it } from '@jest/globals';
import { errors } from 'undici';

import { attemptErrorOf, retryAfterMs, verdictOf } from './answer.js';
import { NoPublicAddressError } from './guarded-connector.js';

describe('verdictOf', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [101, 'failed'],
    [301, 'failed'],
    [302, 'failed'],
    [307, 'failed'],
    [400, 'failed'],
    [404, 'failed'],
    [410, 'gone'],
    [429, 'failed'],
    [500, 'failed'],
    [null, 'failed'],
  ] as const)('%s › %s', (status, verdict) => {
    expect(verdictOf({ status })).toBe(verdict);
  });
});

describe('retryAfterMs', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it.each([
    [429, '120', 120_000],
    [503, '0', 0],
    [503, 'Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
    [503, 'Tue, 24 Nov 2026 11:00:00 GMT', 0],
    [503, 'soon', 0],
    [503, '-5', 0],
    [503, '', 0],
    [503, undefined, 0],
    [503, ['1', '2'], 0],
    [500, '120', 0],
    [200, '120', 0],
  ])('%s with %s › %s', (status, value, ms) => {
    expect(retryAfterMs(status, value, now)).toBe(ms);
  });
});

describe('attemptErrorOf', () => {
  it.each([
    [new NoPublicAddressError(), 'NO_PUBLIC_ADDRESS'],
    [new errors.ConnectTimeoutError(), 'TIMEOUT'],
    [new DOMException('late', 'TimeoutError'), 'TIMEOUT'],
    [new errors.RequestAbortedError(), 'TIMEOUT'],
    [coded('ETIMEDOUT'), 'TIMEOUT'],
    [coded('ECONNREFUSED'), 'CONNECTION_FAILED'],
    [coded('ECONNRESET'), 'CONNECTION_FAILED'],
    [coded('ENOTFOUND'), 'CONNECTION_FAILED'],
    [new errors.SocketError('other side closed'), 'CONNECTION_FAILED'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'TLS_FAILED'],
    [coded('CERT_HAS_EXPIRED'), 'TLS_FAILED'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'TLS_FAILED'],
    [coded('ERR_SSL_WRONG_VERSION_NUMBER'), 'TLS_FAILED'],
    [coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'TLS_FAILED'],
    [new errors.HTTPParserError('bad'), 'INVALID_ANSWER'],
    [coded('ERR_ASSERTION'), 'INVALID_ANSWER'],
    [new errors.HeadersOverflowError(), 'INVALID_ANSWER'],
    ['a text', 'CONNECTION_FAILED'],
  ])('%s › %s', (error, expected) => {
    expect(attemptErrorOf(error)).toBe(expected);
  });
});

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
