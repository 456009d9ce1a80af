import { describe, expect, it } from '@jest/globals';

import { Timings } from './timings.js';

describe('Timings', () => {
  it('tells the total first, then the parts in their order', () => {
    const timings = new Timings();
    timings.add('auth', 0.1234);
    timings.add('upstream', 12.345678, 'ml_classifier');
    timings.cacheMs = 0.5;
    expect(timings.format(20)).toBe(
      'total;dur=20, auth;dur=0.12, upstream;desc="ml_classifier";dur=12.35, cache;dur=0.5',
    );
  });

  it('keeps a header short, however many tries there were', () => {
    const timings = new Timings();
    for (let n = 0; n < 1000; n += 1) timings.add('upstream', 1, 'ml_classifier');
    expect(timings.format(1).length).toBeLessThan(1024);
  });
});
