import { describe, expect, it } from '@jest/globals';

import { difference, quantile, tally, total } from './counts.js';

const BUCKETS = { '0.1': 50, '0.5': 90, '1': 100, '+Inf': 100 };

describe('quantile', () => {
  it.each([
    [0.25, 0.05],
    [0.5, 0.1],
    [0.7, 0.3],
    [0.95, 0.75],
    [1, 1],
  ])('%d lies within its bucket', (q, seconds) => {
    expect(quantile(BUCKETS, q)).toBeCloseTo(seconds);
  });

  it('is the greatest bound when it is beyond that, and nothing when nothing was counted', () => {
    expect(quantile({ '0.1': 1, '0.5': 2, '+Inf': 10 }, 0.5)).toBe(0.5);
    expect(quantile({ '0.1': 0, '+Inf': 0 }, 0.5)).toBeUndefined();
    expect(quantile({}, 0.5)).toBeUndefined();
  });

  it('does not depend on the order in which the bounds are told', () => {
    expect(quantile({ '+Inf': 4, '10': 4, '2.5': 2, '1': 0 }, 0.5)).toBe(2.5);
  });
});

describe('tallies', () => {
  const samples = [
    { value: 2, labels: { status_code: '200', method: 'GET' } },
    { value: 3, labels: { status_code: '200', method: 'POST' } },
    { value: 1, labels: { status_code: '503', method: 'GET' } },
    { value: 9, labels: { method: 'GET' } },
  ];

  it('are summed over the other labels', () => {
    expect(tally(samples, 'status_code')).toEqual({ '200': 5, '503': 1 });
    expect(total(tally(samples, 'status_code'), (name) => name.startsWith('5'))).toBe(1);
  });

  it('are compared with those of an earlier moment, which knew fewer values', () => {
    expect(difference({ '200': 5, '503': 1 }, { '200': 2 })).toEqual({ '200': 3, '503': 1 });
  });
});
