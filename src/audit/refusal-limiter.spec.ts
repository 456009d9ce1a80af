import { describe, expect, it } from '@jest/globals';

import type { AuditEvent } from './audit-event.js';
import { RefusalLimiter } from './refusal-limiter.js';

const denied = (address: string): AuditEvent => ({ action: 'access.denied', address });

function admitted(limiter: RefusalLimiter, events: readonly AuditEvent[]): number {
  return events.filter((event) => limiter.admits(event)).length;
}

describe('RefusalLimiter', () => {
  it('notes ten of a kind and address, and counts the others', () => {
    const limiter = new RefusalLimiter();
    const flood = Array.from({ length: 1_000 }, () => denied('192.0.2.1'));
    expect(admitted(limiter, flood)).toBe(10);
    expect(limiter.admits(denied('192.0.2.2'))).toBe(true);
    expect(limiter.admits({ action: 'login.failed', address: '192.0.2.1' })).toBe(true);
    expect(limiter.endWindow()).toEqual([{ ...denied('192.0.2.1'), details: { suppressed: 990 } }]);
    expect(limiter.admits(denied('192.0.2.1'))).toBe(true);
    expect(limiter.endWindow()).toEqual([]);
  });

  it('is not outwitted by many addresses', () => {
    const limiter = new RefusalLimiter();
    const flood = Array.from({ length: 20_000 }, (_, index) => denied(`10.0.${index >> 8}.${index & 255}`));
    const count = admitted(limiter, flood);
    const summaries = limiter.endWindow();
    expect(count).toBeLessThanOrEqual(100);
    expect(summaries.length).toBeLessThanOrEqual(51);
    const suppressed = summaries.map(({ details }) => Number(details?.suppressed));
    expect(count + suppressed.reduce((sum, n) => sum + n, 0)).toBe(20_000);
  });

  it('cannot be used to hide the refusals of a user behind anonymous ones', () => {
    const limiter = new RefusalLimiter();
    const flood = Array.from({ length: 5_000 }, (_, index) => denied(`10.0.0.${index % 250}`));
    admitted(limiter, flood);
    const ofUser: AuditEvent = { ...denied('10.0.0.1'), actorId: 'ana' };
    expect(admitted(limiter, [ofUser, ofUser])).toBe(2);
    expect(limiter.admits({ action: 'login.failed', address: '10.0.0.1' })).toBe(true);
  });

  it('counts the refusals of a user together, wherever they come from', () => {
    const limiter = new RefusalLimiter();
    const flood = Array.from({ length: 100 }, (_, index) => ({
      ...denied(`10.0.0.${index}`),
      actorId: 'ana',
    }));
    expect(admitted(limiter, flood)).toBe(10);
    expect(limiter.endWindow()).toEqual([
      { action: 'access.denied', actorId: 'ana', details: { suppressed: 90 } },
    ]);
  });

  it('never holds back what somebody has done', () => {
    const limiter = new RefusalLimiter();
    const acts = Array.from({ length: 500 }, (): AuditEvent => ({ action: 'user.created' }));
    expect(admitted(limiter, acts)).toBe(500);
  });
});
