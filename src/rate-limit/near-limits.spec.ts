import { describe, expect, it } from '@jest/globals';

import { NearLimits } from './near-limits.js';
import type { Allowance, Standing } from './store/rate-limit-store.js';

const limit = { name: 'default', units: 10, windowMs: 1_000 } as const;

function call(near: NearLimits, subject: string, remaining: number, of: Allowance['limit'] = limit): void {
  const standing: Standing = { limit: of, remaining, resetMs: 0, waitMs: 0 };
  near.note({ allowances: [{ limit: of, subject }], standings: [standing] });
}

describe('NearLimits', () => {
  it('remembers who has used half or more, once for each limit', () => {
    const near = new NearLimits();
    call(near, 'calm', 6);
    call(near, 'half', 5);
    call(near, 'full', 0);
    call(near, 'full', 0);
    call(near, 'full', 0, { ...limit, name: 'processing' });
    expect(near.candidates.map(({ subject, limit: { name } }) => `${name} ${subject}`)).toEqual([
      'default half',
      'default full',
      'processing full',
    ]);
  });

  it('does not name what is nobody', () => {
    const near = new NearLimits();
    call(near, 'd1ge5t', 0, { ...limit, name: 'route' });
    expect(near.candidates).toEqual([]);
  });

  it('is bounded, and keeps those who call', () => {
    const near = new NearLimits();
    for (let n = 0; n < 3_000; n += 1) {
      call(near, `client-${n}`, 0);
      call(near, 'steady', 0);
    }
    expect(near.candidates.length).toBeLessThanOrEqual(1_000);
    expect(near.candidates.map(({ subject }) => subject)).toContain('steady');
  });
});
