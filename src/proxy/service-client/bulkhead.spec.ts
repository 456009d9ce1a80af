import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callContext, failureOf } from '../../../test/support/service-call.js';
import { Bulkhead } from './bulkhead.js';
import { totalDeadline } from './total-deadline.js';
import { type UpstreamAnswer, type UpstreamCall, type UpstreamRequest, compose } from './upstream-call.js';

const REQUEST: UpstreamRequest = { method: 'GET', path: '/', idempotent: true, tried: [] };

/** A call that a test has let begin, and ends. */
interface Held {
  readonly end: (answer?: UpstreamAnswer) => void;
  readonly fail: () => void;
}

let bulkhead: Bulkhead;
let held: Held[];
let call: UpstreamCall<UpstreamAnswer>;

beforeEach(() => {
  jest.useFakeTimers();
  held = [];
  bulkhead = new Bulkhead('ocr_extractor', { max_concurrent: 2, max_queue: 2, max_wait_seconds: 5 });
  call = compose<UpstreamAnswer>([totalDeadline('ocr_extractor'), bulkhead.policy], () => {
    const { promise, resolve, reject } = Promise.withResolvers<UpstreamAnswer>();
    held.push({
      end: (answer = { status: 200 }) => {
        resolve(answer);
      },
      fail: () => {
        reject(new Error('failed'));
      },
    });
    return promise;
  });
});

afterEach(() => {
  jest.useRealTimers();
});

const begin = (context = callContext()): Promise<UpstreamAnswer> => call(REQUEST, context);
const numbers = (): number[] => [held.length, bulkhead.inFlight, bulkhead.queued];

async function turn(): Promise<void> {
  await jest.advanceTimersByTimeAsync(0);
}

describe('Bulkhead', () => {
  it('lets so many in at once, so many wait, and refuses others at once, with Retry-After', async () => {
    const calls = [begin(), begin(), begin(), begin()];
    expect(numbers()).toEqual([2, 2, 2]);
    const error = await failureOf(begin());
    expect([error.code, error.status, error.retryAfterSeconds]).toEqual(['UPSTREAM_OVERLOADED', 503, 2]);
    for (let i = 0; i < 4; i += 1) {
      held[i]!.end();
      await turn();
    }
    await Promise.all(calls);
    expect(numbers()).toEqual([4, 0, 0]);
  });

  it('hands a place over to who has waited longest, and nobody overtakes', async () => {
    const order: number[] = [];
    const calls = [0, 1, 2, 3].map(async (n) => {
      await begin();
      order.push(n);
    });
    held[0]!.end();
    const late = failureOf(begin()); // comes in the moment in which a place is handed over
    await turn();
    expect(numbers()).toEqual([3, 2, 1]);
    held[2]!.end();
    await turn();
    held[1]!.end();
    await turn();
    held[3]!.end();
    await Promise.all(calls);
    expect(order).toEqual([0, 2, 1, 3]);
    expect((await late).code).toBe('UPSTREAM_OVERLOADED');
    expect(numbers()).toEqual([4, 0, 0]);
  });

  it('gives a place back when a call fails', async () => {
    const failing = begin().catch(() => 'failed');
    held[0]!.fail();
    expect(await failing).toBe('failed');
    expect(numbers()).toEqual([1, 0, 0]);
  });

  it('keeps a place until a streamed answer has ended', async () => {
    const ended = Promise.withResolvers<undefined>();
    const streaming = begin();
    held[0]!.end({ status: 200, ended: ended.promise });
    await streaming;
    expect(numbers()).toEqual([1, 1, 0]);
    ended.resolve(undefined);
    await turn();
    expect(numbers()).toEqual([1, 0, 0]);
  });

  it('refuses who has waited too long', async () => {
    void begin();
    void begin();
    const waiting = failureOf(begin());
    await jest.advanceTimersByTimeAsync(4_999);
    expect(numbers()).toEqual([2, 2, 1]);
    await jest.advanceTimersByTimeAsync(1);
    expect((await waiting).code).toBe('UPSTREAM_OVERLOADED');
    expect(numbers()).toEqual([2, 2, 0]);
  });

  it.each([
    ['the client hangs up', 60_000, true, 'CLIENT_CLOSED_REQUEST'],
    ['its time is up', 1000, false, 'DEADLINE_EXCEEDED'],
  ])('forgets who waits when %s', async (_what, deadlineMs, hangsUp, code) => {
    void begin();
    void begin();
    const hangUp = new AbortController();
    const waiting = failureOf(begin(callContext({ deadlineMs, signal: hangUp.signal })));
    if (hangsUp) hangUp.abort();
    await jest.advanceTimersByTimeAsync(1000);
    expect((await waiting).code).toBe(code);
    expect(numbers()).toEqual([2, 2, 0]);
    held[0]!.end();
    await turn();
    expect(numbers()).toEqual([2, 1, 0]);
  });

  it('reckons with the queue and with how long calls take', async () => {
    for (let i = 0; i < 30; i += 1) {
      const slow = begin();
      await jest.advanceTimersByTimeAsync(20_000);
      held.at(-1)!.end();
      await slow;
    }
    void [begin(), begin(), begin(), begin()].map((waiting) => waiting.catch(() => undefined));
    const { retryAfterSeconds } = await failureOf(begin());
    expect(retryAfterSeconds).toBeGreaterThan(20);
    expect(retryAfterSeconds).toBeLessThanOrEqual(30);
  });
});
