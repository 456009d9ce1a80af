import { describe, expect, it } from '@jest/globals';

import { VerifiedTokens } from './verified-tokens.js';

const principal = { userId: 'u', role: 'user', tokenId: 't' } as const;
const later = (): number => Date.now() + 60_000;

describe('VerifiedTokens', () => {
  it('finds what it remembers, and nothing else', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('one', principal, later());
    expect(tokens.find('one')).toBe(principal);
    expect(tokens.find('ONE')).toBeUndefined();
  });

  it('finds a token no longer at its end', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('one', principal, Date.now());
    expect(tokens.find('one')).toBeUndefined();
  });

  it('keeps what is used within its bound', () => {
    const tokens = new VerifiedTokens(4);
    tokens.remember('used', principal, later());
    for (let i = 0; i < 20; i += 1) {
      tokens.remember(`other ${i}`, principal, later());
      expect(tokens.find('used')).toBe(principal);
      expect(tokens.size).toBeLessThanOrEqual(4);
    }
    expect(tokens.find('other 0')).toBeUndefined();
    expect(tokens.find('other 19')).toBe(principal);
  });

  it('can be emptied', () => {
    const tokens = new VerifiedTokens();
    tokens.remember('one', principal, later());
    tokens.clear();
    expect(tokens.find('one')).toBeUndefined();
  });
});
