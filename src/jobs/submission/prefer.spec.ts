import { describe, expect, it } from '@jest/globals';

import { parsePrefer } from './prefer.js';

describe('parsePrefer', () => {
  it.each([
    [undefined, false, undefined],
    ['', false, undefined],
    ['respond-async', true, undefined],
    ['Respond-Async', true, undefined],
    ['wait=10', false, 10],
    ['respond-async, wait=10', true, 10],
    ['respond-async,wait="3"', true, 3],
    ['wait=5, wait=50', false, 5],
    ['respond-async; foo=bar', true, undefined],
    ['handling=lenient, wait = 7', false, 7],
    ['wait=0', false, 0],
    ['wait=-1', false, undefined],
    ['wait=ten', false, undefined],
    ['return=minimal', false, undefined],
  ])('%j › respond-async %s, wait %s', (header, respondAsync, waitSeconds) => {
    expect(parsePrefer(header)).toEqual({ respondAsync, waitSeconds });
  });
});
