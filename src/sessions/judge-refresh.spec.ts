import { describe, expect, it } from '@jest/globals';

import { judgeRefresh } from './judge-refresh.js';

describe('judgeRefresh', () => {
  it.each([
    ['an unknown token', undefined, 'refuse'],
    ['an unused token of a dead session', { isLive: false, secondsSinceUse: null }, 'refuse'],
    ['a used token of a dead session', { isLive: false, secondsSinceUse: 100 }, 'refuse'],
    ['an unused token', { isLive: true, secondsSinceUse: null }, 'rotate'],
    ['a token that is used at this moment', { isLive: true, secondsSinceUse: -0.1 }, 'repeat'],
    ['a token used at the end of the grace', { isLive: true, secondsSinceUse: 10 }, 'repeat'],
    ['a token used before the grace', { isLive: true, secondsSinceUse: 10.1 }, 'reused'],
  ] as const)('%s', (_case, token, verdict) => {
    expect(judgeRefresh(token, 10)).toBe(verdict);
  });

  it('knows no grace when there is none', () => {
    expect(judgeRefresh({ isLive: true, secondsSinceUse: 0.001 }, 0)).toBe('reused');
  });
});
