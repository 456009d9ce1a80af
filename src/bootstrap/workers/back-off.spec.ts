import { expect, it } from '@jest/globals';

import { BackOff } from './back-off.js';

it('BackOff › doubles from a second to half a minute', () => {
  const backOff = new BackOff();
  const pauses = Array.from({ length: 8 }, () => backOff.pauseAfter(0));
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

it('BackOff › begins anew after a worker that lived for a minute', () => {
  const backOff = new BackOff();
  expect([backOff.pauseAfter(59_999), backOff.pauseAfter(59_999), backOff.pauseAfter(60_000)]).toEqual([
    1_000, 2_000, 1_000,
  ]);
});
