import { describe, expect, it } from '@jest/globals';

import { ValidationError } from '../../common/errors/index.js';
import { parseRetention } from './retention.js';

const DAY = 86_400;

describe('parseRetention', () => {
  it.each([
    [undefined, DAY],
    ['0s', 0],
    ['90m', 5_400],
    [' 24h ', DAY],
    ['86400s', DAY],
  ])('%j › %d seconds', (header, seconds) => {
    expect(parseRetention(header, DAY)).toBe(seconds);
  });

  it.each(['', '10', '-1s', '25h', '86401s', '1d', '1h30m', '99999999s', '0'])('refuses %j', (header) => {
    expect(() => parseRetention(header, DAY)).toThrow(ValidationError);
  });
});
