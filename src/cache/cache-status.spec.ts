import { describe, expect, it } from '@jest/globals';

import type { Verdict } from './cache-metrics.js';
import { type AnswerPart, cacheHeaders } from './cache-status.js';

const result = { modelVersion: '1', facts: {}, output: Buffer.from('{}'), details: Buffer.from('{}') };

function part(name: string, verdict: Verdict, isStored = true): AnswerPart {
  const [ageSeconds, ttlSeconds] = verdict === 'hit' ? [name.length, 100 - name.length] : [0, 100];
  return { name, obtained: { result, verdict, isStored, ageSeconds, ttlSeconds } };
}

const failed = (name: string): AnswerPart => ({ name, obtained: undefined });

describe('cacheHeaders', () => {
  it.each<[string, readonly AnswerPart[]]>([
    ['iris; hit; ttl=99', [part('a', 'hit')]],
    ['iris; hit; ttl=98; detail="a=hit bb=hit"', [part('a', 'hit'), part('bb', 'hit')]],
    ['iris; fwd=miss; stored', [part('a', 'miss')]],
    ['iris; fwd=miss', [part('a', 'miss', false)]],
    ['iris; fwd=miss; stored; collapsed', [part('a', 'collapsed')]],
    ['iris; fwd=miss; stored; detail="a=miss b=collapsed"', [part('a', 'miss'), part('b', 'collapsed')]],
    ['iris; fwd=request; stored', [part('a', 'revalidated')]],
    ['iris; fwd=request', [part('a', 'bypass', false)]],
    ['iris; fwd=partial; stored; detail="a=hit b=miss"', [part('a', 'hit'), part('b', 'miss')]],
    ['iris; fwd=partial; detail="a=hit b=failed"', [part('a', 'hit'), failed('b')]],
    ['iris; fwd=miss; detail="a=failed b=miss"', [failed('a'), part('b', 'miss')]],
  ])('%s', (expected, parts) => {
    expect(cacheHeaders(parts)['Cache-Status']).toBe(expected);
  });

  it('tells the age of the oldest part, when nothing is new', () => {
    expect(cacheHeaders([part('a', 'hit'), part('bbb', 'hit')]).Age).toBe('3');
    expect(cacheHeaders([part('a', 'hit'), part('b', 'miss')])).not.toHaveProperty('Age');
  });

  it('lets nobody else keep it', () => {
    expect(cacheHeaders([part('a', 'hit')])['Cache-Control']).toBe('private, no-store');
  });
});
