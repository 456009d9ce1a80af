import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { IrisError } from '../errors/iris-error.ts';
import { IrisNetworkError } from '../errors/transport-errors.ts';
import { RetryPlan } from './retry.ts';

const away = new IrisNetworkError('http://iris.example.com', 'ECONNREFUSED');
const busy = new IrisError(503, {});
const busyFor = (ms: number): IrisError => new IrisError(429, {}, ms);

let now = 0;

beforeEach(() => {
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** What it waits, until it gives up. */
function waits(plan: RetryPlan, error: unknown, hasAnswered = true): number[] {
  const all: number[] = [];
  for (
    let ms = plan.waitAfter(error, hasAnswered);
    ms !== undefined;
    ms = plan.waitAfter(error, hasAnswered)
  ) {
    all.push(ms);
    now += ms;
  }
  return all;
}

describe('RetryPlan', () => {
  it('waits twice as long each time, up to five seconds', () => {
    expect(waits(new RetryPlan({ retries: 7 }), busy)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  });

  it.each([
    [0, 187.5],
    [0.999_999, 312.5],
  ])('never at the same moment as others: %d', (random, expected) => {
    jest.spyOn(Math, 'random').mockReturnValue(random);
    expect(new RetryPlan({}).waitAfter(busy, true)).toBeCloseTo(expected, 0);
  });

  it('waits as long as it is told to, at least', () => {
    expect(waits(new RetryPlan({ retries: 2 }), busyFor(3_000))).toEqual([3_000, 3_000]);
    expect(waits(new RetryPlan({ retries: 2 }), busyFor(1))).toEqual([250, 500]);
  });

  it('does not wait at all for what would take too long', () => {
    expect(waits(new RetryPlan({ busyMs: 60_000 }), busyFor(60_001))).toEqual([]);
  });

  it('gives up one that was never there sooner', () => {
    const total = (hasAnswered: boolean): number =>
      waits(new RetryPlan({ retries: Infinity, unreachableMs: 60_000 }), away, hasAnswered).reduce(
        (a, b) => a + b,
      );
    expect([total(false), total(true)]).toEqual([3_750, 57_750]);
  });

  it.each([
    ['a refusal that stands', new IrisError(404, { code: 'JOB_NOT_FOUND', retryable: false })],
    ['a failure that the gateway says will not go away', new IrisError(502, { retryable: false })],
    ['an error of the program', new TypeError('x is not a function')],
  ])('%s › not again', (_what, error) => {
    expect(waits(new RetryPlan({}), error)).toEqual([]);
  });

  it('a key that is in use is asked for again', () => {
    const inUse = new IrisError(409, { code: 'IDEMPOTENCY_KEY_IN_USE', retryable: false });
    expect(waits(new RetryPlan({ retries: 1 }), inUse)).toEqual([250]);
  });

  it('tells of each wait', () => {
    const onRetry = jest.fn();
    waits(new RetryPlan({ retries: 2, onRetry }), busy);
    expect(onRetry.mock.calls).toEqual([
      [busy, 250],
      [busy, 500],
    ]);
  });
});
