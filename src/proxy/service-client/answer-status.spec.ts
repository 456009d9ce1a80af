import { describe, expect, it } from '@jest/globals';

import { statusError } from './answer-status.js';

function errorFor(status: number, { retryAfter = undefined as string | undefined, body = '' } = {}) {
  return statusError('ocr_extractor', status, { 'retry-after': retryAfter }, Buffer.from(body));
}

function refusal(message: unknown): string {
  return JSON.stringify({ error: { code: 'BLURRED', message } });
}

describe('statusError', () => {
  it.each([
    [500, 'UPSTREAM_FAILED', 502, 'server_error'],
    [501, 'UPSTREAM_FAILED', 502, 'server_error'],
    [503, 'UPSTREAM_FAILED', 503, 'server_error'],
    [599, 'UPSTREAM_FAILED', 502, 'server_error'],
    [429, 'UPSTREAM_BUSY', 503, undefined],
    [400, 'DOCUMENT_REJECTED', 422, undefined],
    [413, 'DOCUMENT_REJECTED', 413, undefined],
    [415, 'DOCUMENT_REJECTED', 415, undefined],
    [422, 'DOCUMENT_REJECTED', 422, undefined],
    [401, 'UPSTREAM_REFUSED', 502, undefined],
    [404, 'UPSTREAM_REFUSED', 502, undefined],
    [302, 'UPSTREAM_REFUSED', 502, undefined],
  ])('%d › %s, %d, counted as %s', (status, code, answered, failureKind) => {
    const error = errorFor(status);
    expect([error.code, error.status, error.failureKind]).toEqual([code, answered, failureKind]);
    expect(error.extensions.service).toBe('ocr_extractor');
    expect(error.nothingSent).toBe(false);
  });
});

describe('statusError › Retry-After', () => {
  it.each([
    ['7', 7],
    ['0', 0],
    ['99999999999999999999', 3600],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3600],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s › %s seconds', (retryAfter, seconds) => {
    expect(errorFor(503, { retryAfter }).retryAfterSeconds).toBe(seconds);
  });

  it('is a second when a busy microservice does not say', () => {
    expect(errorFor(429).retryAfterSeconds).toBe(1);
    expect(errorFor(429, { retryAfter: '9' }).retryAfterSeconds).toBe(9);
  });
});

describe('statusError › the reason', () => {
  it('is passed on without control characters', () => {
    const body = refusal('too\r\nblurred\u001b[31m \u202egnp');
    expect(errorFor(422, { body }).message).toBe('too  blurred [31m  gnp');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>Traceback: /srv/app.py</html>'],
    ['another shape', '{"detail":"/srv/app.py"}'],
    ['a number', refusal(5)],
    ['a novel', refusal('/srv/app.py '.repeat(100))],
  ])('is not taken from %s', (_what, body) => {
    expect(errorFor(422, { body }).message).toBe('The microservice gave no reason.');
  });

  it('of a failure is not passed on', () => {
    expect(errorFor(500, { body: refusal('/srv/app.py') }).message).not.toContain('app.py');
  });
});
