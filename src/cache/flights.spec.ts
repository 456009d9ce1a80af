import { describe, expect, it } from '@jest/globals';

import type { RequestContext } from '../common/context/index.js';
import { Timings } from '../common/timing/index.js';
import { ClientClosedRequestError } from '../common/errors/index.js';
import { Flights } from './flights.js';

const MINUTE_MS = 60_000;

function contextOf(signal: AbortSignal): RequestContext {
  return {
    requestId: 'request-1',
    traceparent: '',
    tracestate: undefined,
    startedAt: performance.now(),
    deadlineAt: performance.now() + MINUTE_MS,
    signal,
    upstream: { calls: 0, brokeOff: false },
    timings: new Timings(),
  };
}

const timeUp = (): Error => new Error('time is up');

/** Work that only its signal ends. */
function endless({ signal }: RequestContext): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('ended'));
    });
  });
}

describe('Flights', () => {
  it('ends the work when the last one leaves, and not before', async () => {
    const flights = new Flights<never>();
    const [first, second] = [new AbortController(), new AbortController()];
    let signal: AbortSignal | undefined;
    const work = (context: RequestContext): Promise<never> => {
      signal = context.signal;
      return endless(context);
    };
    const flying = [first, second].map((client) => flights.join('a', contextOf(client.signal), work, timeUp));
    first.abort();
    await expect(flying[0]).rejects.toBeInstanceOf(ClientClosedRequestError);
    expect(signal?.aborted).toBe(false);
    second.abort();
    await expect(flying[1]).rejects.toBeInstanceOf(ClientClosedRequestError);
    expect(signal?.aborted).toBe(true);
  });

  it('begins nothing for somebody who has left, because nobody would end it', async () => {
    const flights = new Flights<never>();
    let begun = 0;
    const work = (context: RequestContext): Promise<never> => {
      begun += 1;
      return endless(context);
    };
    const joining = flights.join('a', contextOf(AbortSignal.abort()), work, timeUp);
    await expect(joining).rejects.toBeInstanceOf(ClientClosedRequestError);
    expect(begun).toBe(0);
  });
});
