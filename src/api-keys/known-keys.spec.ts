import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { type KnownKey, KnownKeys } from './known-keys.js';

const SECOND = 1_000;

function keyOf(id: string, userId = 'ana', expiresAtMs = Number.POSITIVE_INFINITY): KnownKey {
  const credential = { kind: 'api_key', keyId: id, rateLimit: undefined } as const;
  return { id, principal: { userId, role: 'user', scopes: new Set(), credential }, expiresAtMs };
}

let known: KnownKeys;

beforeEach(() => {
  jest.useFakeTimers();
  known = new KnownKeys();
});
afterEach(() => {
  jest.useRealTimers();
});

const standingOf = (digest: string): string => known.know(digest).standing;

describe('KnownKeys', () => {
  it.each([
    [0, 'good'],
    [15, 'good'],
    [16, 'ageing'],
    [60, 'ageing'],
    [61, 'unknown'],
  ])('%d seconds after the question › a key is %s', (seconds, standing) => {
    known.remember('digest', keyOf('1'), known.changes);
    jest.advanceTimersByTime(seconds * SECOND);
    expect(standingOf('digest')).toBe(standing);
  });

  it.each([
    [0, 'refused'],
    [5, 'refused'],
    [6, 'unknown'],
  ])('%d seconds after the question › no key is %s', (seconds, standing) => {
    known.remember('digest', undefined, known.changes);
    jest.advanceTimersByTime(seconds * SECOND);
    expect(standingOf('digest')).toBe(standing);
  });

  it('knows nothing that it was not told', () => {
    expect(standingOf('digest')).toBe('unknown');
  });

  it('refuses a key from its expiry on', () => {
    known.remember('digest', keyOf('1', 'ana', Date.now() + SECOND), known.changes);
    jest.advanceTimersByTime(SECOND - 1);
    expect(standingOf('digest')).toBe('good');
    jest.advanceTimersByTime(1);
    expect(standingOf('digest')).toBe('refused');
  });

  it('takes the last answer', () => {
    known.remember('digest', keyOf('1'), known.changes);
    known.remember('digest', undefined, known.changes);
    expect(standingOf('digest')).toBe('refused');
    known.remember('digest', keyOf('1'), known.changes);
    expect(standingOf('digest')).toBe('good');
  });

  it('forgets a key, those of a user, or all', () => {
    const remember = (): void => {
      for (const [id, userId] of [
        ['1', 'ana'],
        ['2', 'ana'],
        ['3', 'ben'],
      ] as const)
        known.remember(id, keyOf(id, userId), known.changes);
    };
    remember();
    known.forgetKey('1');
    expect(['1', '2', '3'].map(standingOf)).toEqual(['unknown', 'good', 'good']);
    remember();
    known.forgetKeysOf('ana');
    expect(['1', '2', '3'].map(standingOf)).toEqual(['unknown', 'unknown', 'good']);
    known.forgetAll();
    expect(standingOf('3')).toBe('unknown');
  });

  it('forgets its refusals with every change', () => {
    known.remember('digest', undefined, known.changes);
    known.forgetKeysOf('ana');
    expect(standingOf('digest')).toBe('unknown');
  });

  it('keeps no answer that a change has overtaken', () => {
    const { changes } = known;
    known.forgetKey('1');
    known.remember('digest', keyOf('1'), changes);
    expect(standingOf('digest')).toBe('unknown');
  });

  it('keeps a key that is used, whatever floods it', () => {
    known.remember('used', keyOf('1'), known.changes);
    for (let i = 0; i < 30_000; i += 1) known.remember(`no key ${i}`, undefined, known.changes);
    expect(standingOf('used')).toBe('good');
  });
});
