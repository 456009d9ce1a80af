import { describe, expect, it } from '@jest/globals';
import { parseRateLimit } from './parse-rate-limit.js';

describe('parseRateLimit', () => {
  it.each([
    ['100/hour', 100, 3600],
    ['5/second', 5, 1],
    ['1000/day', 1000, 86_400],
    ['60/minute', 60, 60],
  ])('reads %s', (text, count, windowSeconds) => {
    expect(parseRateLimit(text)).toMatchObject({ count, windowSeconds });
  });

  it('refuses anything else', () => {
    expect(() => parseRateLimit('100 per hour')).toThrow(RangeError);
  });
});
