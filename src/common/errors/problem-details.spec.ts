import { describe, expect, it } from '@jest/globals';
import { BadRequestException, ForbiddenException, NotFoundException } from '@nestjs/common';

import { AppError } from './app-error.js';
import { type ProblemDetails, toAppError, toProblemDetails } from './problem-details.js';
import { PayloadTooLargeError, ValidationError } from './request-errors.js';

class BusyError extends AppError {
  readonly code = 'TEST_BUSY';
  readonly status = 503;
  readonly title = 'Busy';
}

function problemOf(thrown: unknown): ProblemDetails {
  return toProblemDetails(toAppError(thrown), '/process', 'request-1');
}

describe('toProblemDetails', () => {
  it('has the members of RFC 9457 and ours', () => {
    expect(problemOf(new BusyError('Try later.'))).toEqual({
      type: '/errors/TEST_BUSY',
      title: 'Busy',
      status: 503,
      detail: 'Try later.',
      instance: '/process',
      code: 'TEST_BUSY',
      request_id: 'request-1',
      retryable: true,
    });
  });

  it('adds what the error and the layers around it know', () => {
    const error = new PayloadTooLargeError(10, 11).annotate({ phase: 'phase_1' });
    expect(problemOf(error)).toMatchObject({ status: 413, limit: 10, actual: 11, phase: 'phase_1' });
    expect(problemOf(new ValidationError([{ pointer: '/a', detail: 'no' }]))).toMatchObject({
      status: 422,
      retryable: false,
      errors: [{ pointer: '/a', detail: 'no' }],
    });
  });

  it('shows neither cause nor stack', () => {
    const error = new BusyError('Try later.', { cause: new Error('connect 10.0.0.7:5432') });
    expect(JSON.stringify(problemOf(error))).not.toMatch(/10\.0\.0\.7|stack|cause|spec\.ts/);
  });
});

describe('toAppError', () => {
  it.each([
    ['an Error', new Error('password=hunter2 at /srv/app.js')],
    ['a text', 'password=hunter2'],
    ['an object', { status: 200, message: 'password=hunter2' }],
    ['undefined', undefined],
    ['null', null],
    ['an HttpException that is none of Nest’s router', new ForbiddenException('password=hunter2')],
  ])('%s › a bare 500', (_what, thrown) => {
    const error = toAppError(thrown);
    expect(error.logLevel).toBe('error');
    expect(error.cause).toBe(thrown);
    const problem = problemOf(thrown);
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL_ERROR', retryable: false });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  it.each([
    ['an AppError', new BusyError('x'), 503, 'TEST_BUSY'],
    ['a route that Nest does not find', new NotFoundException('Cannot GET /x'), 404, 'ROUTE_NOT_FOUND'],
    ['what Nest cannot parse', new BadRequestException(), 400, 'REQUEST_MALFORMED'],
    ['a path that Express cannot decode', new URIError('URI malformed'), 400, 'REQUEST_MALFORMED'],
  ])('%s › %#: %d', (_what, thrown, status, code) => {
    expect(problemOf(thrown)).toMatchObject({ status, code });
  });
});
