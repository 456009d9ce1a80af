import { afterEach, describe, expect, it, jest } from '@jest/globals';

import { readRetryAfter } from './retry-after.ts';

const NOW = 'Wed, 25 Nov 2026 10:00:00 GMT';
const IN_A_MINUTE = 'Wed, 25 Nov 2026 10:01:00 GMT';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('readRetryAfter', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['none at all', { 'retry-after': '0' }, 0],
    ['a date, by the clock of who sent it', { 'retry-after': IN_A_MINUTE, date: NOW }, 60_000],
    ['a date that is over', { 'retry-after': NOW, date: IN_A_MINUTE }, 0],
    ['nothing', {}, undefined],
    ['what is neither', { 'retry-after': 'soon' }, undefined],
    ['more than a number can be', { 'retry-after': '9'.repeat(20) }, undefined],
  ])('%s', (_what, headers, expected) => {
    expect(readRetryAfter(new Headers(headers))).toBe(expected);
  });

  it('a date by our clock, where no other is known', () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
    expect(readRetryAfter(new Headers({ 'retry-after': IN_A_MINUTE }))).toBe(60_000);
  });
});
