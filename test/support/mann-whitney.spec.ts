import { describe, expect, it } from '@jest/globals';

import { mannWhitneyP } from './mann-whitney.js';

const oneTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('mannWhitneyP', () => {
  it('finds nothing where there is nothing', () => {
    expect(mannWhitneyP(oneTo(40), oneTo(40))).toBeCloseTo(1, 5);
  });

  it('knows the textbook values', () => {
    // U = 0 of 5 and 5: z = (12.5 - 0.5) / sqrt(22.9167) = 2.5067
    expect(mannWhitneyP(oneTo(5), [6, 7, 8, 9, 10])).toBeCloseTo(0.01219, 4);
    // Forty and forty, shifted by half of what they spread; the same from either side.
    const shifted = oneTo(40).map((x) => x + 20.5);
    expect(mannWhitneyP(oneTo(40), shifted)).toBe(mannWhitneyP(shifted, oneTo(40)));
    expect(mannWhitneyP(oneTo(40), shifted)).toBeLessThan(1e-6);
  });
});
