import { describe, expect, it } from '@jest/globals';

import { VerifiedTokens, type VerifiedToken } from './verified-tokens.js';

function verified(expiresAtMs = Date.now() + 60_000): VerifiedToken {
  return {
    principal: {
      userId: 'u',
      role: 'user',
      scopes: new Set(),
      credential: { kind: 'access_token', tokenId: 't', sessionId: 's' },
    },
    session: { id: 's', userId: 'u', role: 'user' },
    expiresAtMs,
  };
}

describe('VerifiedTokens', () => {
  it('finds what it remembers, and nothing else', () => {
    const tokens = new VerifiedTokens();
    const one = verified();
    tokens.remember('one', one);
    expect(tokens.find('one')).toBe(one);
    expect(tokens.find('ONE')).toBeUndefined();
  });

  it('finds a token no longer at its end', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('one', verified(Date.now()));
    expect(tokens.find('one')).toBeUndefined();
  });

  it('is bounded', () => {
    const tokens = new VerifiedTokens(4);
    for (let i = 0; i < 20; i += 1) tokens.remember(`token ${i}`, verified());
    expect(tokens.find('token 0')).toBeUndefined();
    expect(tokens.find('token 19')).toBeDefined();
  });
});
