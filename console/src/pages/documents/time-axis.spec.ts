import { describe, expect, it } from '@jest/globals';

import { NOTHING_YET } from './progress.ts';
import { axisOf, ticksOf } from './time-axis.ts';

describe('axisOf', () => {
  it('begins when the job was queued and ends with the job', () => {
    expect(axisOf({ ...NOTHING_YET, queuedAt: 1_000, endedAt: 3_000 }, 99_000)).toEqual({
      startsAt: 1_000,
      endsAt: 3_000,
    });
  });

  it('goes on to the present while the job is under way, but never before what has happened', () => {
    expect(axisOf({ ...NOTHING_YET, queuedAt: 1_000 }, 5_000).endsAt).toBe(5_000);
    expect(axisOf({ ...NOTHING_YET, queuedAt: 1_000, startedAt: 4_000 }, 2_000).endsAt).toBe(4_000);
  });
});

describe('ticksOf', () => {
  it.each([
    [100, [0, 20, 40, 60, 80, 100]],
    [840, [0, 200, 400, 600, 800]],
    [12_000, [0, 5_000, 10_000]],
  ])('%d ms have ticks at %j', (length, ticks) => {
    expect(ticksOf({ startsAt: 7, endsAt: 7 + length })).toEqual(ticks);
  });
});
