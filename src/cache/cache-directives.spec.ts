import { describe, expect, it } from '@jest/globals';

import { parseCacheControl } from './cache-directives.js';

const none = { noStore: false, noCache: false, onlyIfCached: false, maxAge: undefined };

describe('parseCacheControl', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['no-store', { noStore: true }],
    ['No-Cache', { noCache: true }],
    ['only-if-cached, max-stale', { onlyIfCached: true }],
    [' no-store ,no-cache', { noStore: true, noCache: true }],
    ['max-age=60', { maxAge: 60 }],
    ['max-age="60"', { maxAge: 60 }],
    ['max-age=60, max-age=5', { maxAge: 5 }],
    ['max-age=0', { noCache: true, maxAge: 0 }],
    ['max-age=-1', {}],
    ['max-age=soon, no-storage, x=no-store', {}],
  ])('%s', (header, expected) => {
    expect(parseCacheControl(header)).toEqual({ ...none, ...expected });
  });
});
