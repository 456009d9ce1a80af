import { describe, expect, it } from '@jest/globals';

import { median, medianOfKnown, quantile, spread } from './statistics.ts';

describe('quantile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0, 1],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('below which a share of %d of 1 to 100 lies is %d', (share, value) => {
    expect(quantile(hundred, share)).toBe(value);
  });

  it('of nothing is not a number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('median', () => {
  it('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is the mean of the two in the middle', () => {
    expect(median([1, 10, 2, 4])).toBe(3);
  });

  it('leaves out what is not known', () => {
    expect([medianOfKnown([undefined, 3, 1, 2]), medianOfKnown([undefined])]).toEqual([2, undefined]);
  });
});

describe('spread', () => {
  it('is the distance of the outermost values in medians', () => {
    expect(spread([105, 95, 100])).toBeCloseTo(0.1);
  });
});
