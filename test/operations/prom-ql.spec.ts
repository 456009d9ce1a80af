import { describe, expect, it } from '@jest/globals';

import { selectionsOf } from './prom-ql.js';

describe('selectionsOf', () => {
  it.each([
    ['up{job=~"iris-.+"} == 0', [{ name: 'up', labels: ['job'], values: [] }]],
    [
      'sum by (le, a) (rate(x_bucket{b="1",c!~"2 (d)?"}[5m])) / y > 0.5',
      [
        { name: 'x_bucket', labels: ['le', 'a', 'b', 'c'], values: [['b', '1']] },
        { name: 'y', labels: ['le', 'a'], values: [] },
      ],
    ],
    [
      '100 * max(a) and b offset 1h',
      [
        { name: 'a', labels: [], values: [] },
        { name: 'b', labels: [], values: [] },
      ],
    ],
  ])('%s', (expression, expected) => {
    expect(selectionsOf(expression)).toEqual(expected);
  });
});
