import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './load-config.js';
import { redisTarget, type RedisTarget } from './redis-target.js';

function targetOf(url: string, overrides: Readonly<Record<string, string>> = {}): RedisTarget | undefined {
  return redisTarget(
    loadConfig({ env: { REDIS_URL: url, ...overrides }, cwd: import.meta.dirname }).cache.redis,
  );
}

describe('redisTarget', () => {
  it('is undefined for an empty address: the cache is in memory', () => {
    expect(targetOf('')).toBeUndefined();
  });

  it('takes what the address says', () => {
    expect(targetOf('rediss://app:p%40ss@redis:6380/2')).toEqual({
      host: 'redis',
      port: 6380,
      db: 2,
      username: 'app',
      password: 'p@ss',
      tls: true,
    });
  });

  it('completes it from the keys beside it', () => {
    const overrides = { IRIS__cache__redis__password: 'pw', IRIS__cache__redis__db: '3' };
    expect(targetOf('redis://redis', overrides)).toEqual({
      host: 'redis',
      port: 6379,
      db: 3,
      password: 'pw',
      tls: false,
    });
    expect(targetOf('redis://')).toEqual({ host: 'localhost', port: 6379, db: 0, tls: false });
  });

  it('takes an IPv6 address without its brackets', () => {
    expect(targetOf('redis://[::1]:6379')?.host).toBe('::1');
  });
});
