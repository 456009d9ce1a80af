import { describe, expect, it } from '@jest/globals';

import { AppError, InternalError, ValidationError } from '../../common/errors/index.js';
import { JobGivenUpError } from '../job-errors.js';
import { planRetry } from './retry-plan.js';

const SETTINGS = {
  max_attempts: 3,
  retry_delay_seconds: 5,
  max_retry_delay_seconds: 60,
  max_age_hours: 24,
};
const NOW = Date.parse('2026-01-02T12:00:00Z');
const HOUR_MS = 3_600_000;

class FakeError extends AppError {
  readonly status = 503;
  readonly title = 'A microservice is in trouble';

  constructor(
    readonly code: string,
    retryAfterSeconds?: number,
  ) {
    super('It is.', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  }
}

function plan(
  attempts: number,
  error: AppError,
  { ageMs = 0, random = 1 } = {},
): ReturnType<typeof planRetry> {
  return planRetry({ attempts, createdAt: new Date(NOW - ageMs) }, error, SETTINGS, { now: NOW, random });
}

describe('planRetry', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
  ])('after attempt %d, within %d ms', (attempts, delayMs) => {
    const error = new FakeError('UPSTREAM_FAILED');
    expect(plan(attempts, error)).toEqual({ next: 'retry', delayMs, isFree: false });
    expect(plan(attempts, error, { random: 0 })).toEqual({
      next: 'retry',
      delayMs: delayMs / 2,
      isFree: false,
    });
  });

  it('the last attempt is the end, and may be retried', () => {
    expect(plan(3, new FakeError('UPSTREAM_FAILED'))).toEqual({ next: 'fail', isDead: true });
  });

  it.each(['UPSTREAM_BREAKER_OPEN', 'UPSTREAM_OVERLOADED', 'UPSTREAM_BUSY'])(
    'waiting for a microservice costs no attempt: %s',
    (code) => {
      expect(plan(3, new FakeError(code, 90))).toEqual({ next: 'retry', delayMs: 90_000, isFree: true });
    },
  );

  it('what became too old is given up, whatever it waits for', () => {
    const ageMs = 24 * HOUR_MS;
    expect(plan(1, new FakeError('UPSTREAM_BREAKER_OPEN'), { ageMs })).toEqual({
      next: 'fail',
      isDead: true,
    });
  });

  it('is never sooner than the microservice asked for, nor later than the longest delay', () => {
    expect(plan(2, new FakeError('UPSTREAM_FAILED', 40))).toMatchObject({ delayMs: 40_000 });
    const patient = { ...SETTINGS, max_attempts: 50 };
    const late = planRetry({ attempts: 40, createdAt: new Date(NOW) }, new FakeError('X'), patient, {
      now: NOW,
      random: 1,
    });
    expect(late).toMatchObject({ delayMs: 60_000 });
  });

  it('what would not be otherwise the next time fails at once', () => {
    expect(plan(1, new ValidationError([]))).toEqual({ next: 'fail', isDead: false });
  });

  it('a fault of ours may be one of this worker only', () => {
    expect(plan(1, new InternalError(new Error('bug')))).toMatchObject({ next: 'retry' });
  });

  it('what its workers die of is not tried again', () => {
    expect(plan(1, new JobGivenUpError('They ended.'))).toEqual({ next: 'fail', isDead: true });
  });
});
