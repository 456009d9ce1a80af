import { describe, expect, it } from '@jest/globals';

import { matchesEtag } from './matches-etag.js';

describe('matchesEtag', () => {
  it.each(['"a"', 'W/"a"', '"b", "a"', '"b",W/"a"', '*', ' "a" '])('%s › is the one', (header) => {
    expect(matchesEtag(header, '"a"')).toBe(true);
  });

  it.each([undefined, '', 'a', '"A"', '"b"', 'w/"a"', '"a', '"b", "c"'])('%s › is another', (header) => {
    expect(matchesEtag(header, '"a"')).toBe(false);
  });
});
