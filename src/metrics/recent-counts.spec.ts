import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Counter, Histogram, Registry } from 'prom-client';

import { difference } from './counts.js';
import { RecentCounts } from './recent-counts.js';

const MINUTE_MS = 60_000;

describe('RecentCounts', () => {
  let requests: Counter;
  let recent: RecentCounts;

  beforeEach(() => {
    jest.useFakeTimers();
    const registers = [new Registry()];
    const counter = (name: string, label: string): Counter =>
      new Counter({ name, help: name, labelNames: [label], registers });
    requests = counter('requests', 'status_code');
    recent = new RecentCounts(
      requests,
      new Histogram({ name: 'duration', help: 'duration', buckets: [1], registers }),
      counter('results', 'verdict'),
      counter('decisions', 'outcome'),
    );
    recent.onModuleInit();
  });

  afterEach(() => {
    recent.onApplicationShutdown();
    jest.useRealTimers();
  });

  async function lately(): Promise<{ seconds: number; requests: number | undefined }> {
    const now = await recent.now();
    const before = recent.before(now);
    const added = difference(now.statuses, before.statuses)['200'];
    return { seconds: (now.at - before.at) / 1000, requests: added };
  }

  it('counts from the start while there has been less than five minutes', async () => {
    requests.inc({ status_code: '200' }, 3);
    await jest.advanceTimersByTimeAsync(25_000);
    expect(await lately()).toEqual({ seconds: 25, requests: 3 });
  });

  it('forgets what is older than five minutes, and keeps what is not', async () => {
    requests.inc({ status_code: '200' }, 3);
    await jest.advanceTimersByTimeAsync(4 * MINUTE_MS);
    requests.inc({ status_code: '200' }, 5);
    await jest.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(await lately()).toEqual({ seconds: 300, requests: 5 });
    await jest.advanceTimersByTimeAsync(30 * MINUTE_MS + 5_000);
    expect(await lately()).toEqual({ seconds: 295, requests: 0 });
  });
});
