import { describe, expect, it } from '@jest/globals';

import { appConfigSchema } from '../config/index.js';
import { nextAttemptAt } from './retry-schedule.js';

const { retry_delays_seconds: delays, retry_hours: hours } = appConfigSchema.parse({}).webhooks;
const NOW = 1_700_000_000_000;
const retryUntil = new Date(NOW + hours * 3_600_000);

function secondsUntil(tries: number, { random = 0, retryAfterMs = 0, now = NOW } = {}): number | undefined {
  const at = nextAttemptAt({ tries, retryAfterMs, retryUntil }, delays, now, random);
  return at && (at.getTime() - now) / 1000;
}

describe('nextAttemptAt', () => {
  it.each([
    [1, 5],
    [2, 30],
    [3, 120],
    [4, 600],
    [5, 1800],
    [6, 3600],
    [7, 3600],
    [25, 3600],
  ])('after try %i › %i s', (tries, seconds) => {
    expect(secondsUntil(tries)).toBe(seconds);
    expect(secondsUntil(tries, { random: 1 })).toBe(seconds * 1.2);
  });

  it('waits as the receiver asks, up to an hour, but never less than its own delay', () => {
    expect(secondsUntil(1, { retryAfterMs: 120_000 })).toBe(120);
    expect(secondsUntil(1, { retryAfterMs: 86_400_000 })).toBe(3600);
    expect(secondsUntil(3, { retryAfterMs: 1_000 })).toBe(120);
  });

  it('ends after a day, and some 28 attempts', () => {
    let now = NOW;
    let tries = 0;
    for (let wait: number | undefined = 0; wait !== undefined; wait = secondsUntil(tries, { now })) {
      now += wait * 1000;
      tries += 1;
    }
    expect(now).toBeLessThanOrEqual(retryUntil.getTime());
    expect(now).toBeGreaterThan(retryUntil.getTime() - 3_600_000);
    expect(tries).toBe(29);
  });
});
