import '../support/quiet-nest.js';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { Redis } from 'ioredis';

import { LoginThrottle, LoginThrottledError } from '../../src/auth/login-throttle/index.js';
import { MemoryThrottleStore } from '../../src/auth/login-throttle/memory-throttle-store.js';
import { RedisThrottleStore } from '../../src/auth/login-throttle/redis-throttle-store.js';
import type { ThrottleRules, ThrottleStore } from '../../src/auth/login-throttle/throttle-store.js';
import type { AppConfig } from '../../src/config/index.js';
import { RedisConnection } from '../../src/redis/index.js';
import { startRedis, testRedisUrl } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const RULES: ThrottleRules = {
  freePerAccount: 3,
  freePerAddress: 5,
  maxDelayMs: 60_000,
  forgetMs: 120_000,
  knownMs: 1_000_000,
};

/** Gives Redis all the time it needs: the tests are about what it answers, on a machine that is busy with others. */
class PatientConnection extends RedisConnection {
  override run<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    return work(this.client!);
  }
}

async function connect(url: string, Connection = PatientConnection): Promise<RedisConnection> {
  const redis = new Connection(testConfig({ REDIS_URL: url }).cache);
  redis.onModuleInit();
  await waitFor(() => redis.isUp, 'Redis is up');
  return redis;
}

interface Subject {
  readonly store: ThrottleStore;
  close(): void;
}

const STORES: Readonly<Record<string, (rules: ThrottleRules) => Promise<Subject>>> = {
  memory: (rules) => Promise.resolve({ store: new MemoryThrottleStore(rules), close: () => undefined }),
  redis: async (rules) => {
    const redis = await connect(await testRedisUrl());
    return {
      store: new RedisThrottleStore(redis, rules),
      close: () => {
        redis.onApplicationShutdown();
      },
    };
  },
};

describe.each(Object.keys(STORES))('throttle store › %s', (kind) => {
  let subject: Subject;
  let store: ThrottleStore;
  let addresses = 0;

  const use = async (rules: Partial<ThrottleRules> = {}): Promise<void> => {
    subject = await STORES[kind]!({ ...RULES, ...rules });
    ({ store } = subject);
  };
  const elsewhere = (account: string): { account: string; address: string } => {
    addresses += 1;
    return { account, address: `address-${addresses}` };
  };
  const waitOf = async (account: string, address: string): Promise<number> =>
    (await store.begin({ account, address })).waitMs;
  const failures = async (count: number, account: string, address?: string): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      await store.begin(address === undefined ? elsewhere(account) : { account, address });
    }
  };

  beforeEach(() => use());
  afterEach(() => {
    subject.close();
  });

  it('lets the first failures of an account go free, then makes it wait', async () => {
    for (let n = 0; n < 3; n += 1)
      await expect(store.begin(elsewhere('ana'))).resolves.toMatchObject({ waitMs: 0 });
    const { waitMs } = await store.begin(elsewhere('ana'));
    expect(waitMs).toBeGreaterThan(900);
    expect(waitMs).toBeLessThanOrEqual(1_000);
    await expect(store.begin(elsewhere('eva'))).resolves.toMatchObject({ waitMs: 0 });
  });

  it('lets the first failures of an address go free, whatever the accounts', async () => {
    for (let n = 0; n < 5; n += 1) await expect(waitOf(`account-${n}`, 'x')).resolves.toBe(0);
    await expect(waitOf('one-more', 'x')).resolves.toBeGreaterThan(900);
    await expect(waitOf('one-more', 'y')).resolves.toBe(0);
  });

  it('decides for attempts that run side by side', async () => {
    const attempts = Array.from({ length: 50 }, () => store.begin(elsewhere('ana')));
    const verdicts = await Promise.all(attempts);
    expect(verdicts.filter(({ waitMs }) => waitMs === 0)).toHaveLength(3);
  });

  it('does not count an attempt that is refused', async () => {
    await failures(3, 'ana');
    const first = (await store.begin(elsewhere('ana'))).waitMs;
    await failures(100, 'ana');
    await expect(store.begin(elsewhere('ana'))).resolves.toMatchObject({ waitMs: expect.any(Number) });
    expect((await store.begin(elsewhere('ana'))).waitMs).toBeLessThanOrEqual(first);
  });

  it('does not count what succeeds or is cancelled', async () => {
    for (let n = 0; n < 20; n += 1) {
      const attempt = elsewhere('ana');
      const { waitMs, isKnown } = await store.begin(attempt);
      expect({ waitMs, isKnown }).toEqual({ waitMs: 0, isKnown: false });
      await (n % 2 ? store.succeeded(attempt, isKnown) : store.cancelled(attempt, isKnown));
    }
  });

  it('lets a known address in while strangers keep the account busy', async () => {
    const home = { account: 'ana', address: 'home' };
    await store.succeeded(home, (await store.begin(home)).isKnown);
    await failures(3, 'ana');
    await expect(waitOf('ana', 'abroad')).resolves.toBeGreaterThan(0);
    await expect(store.begin(home)).resolves.toEqual({ waitMs: 0, isKnown: true });
    await expect(waitOf('eva', 'home')).resolves.toBe(0);
  });

  it('slows down a known address for its own failures', async () => {
    const home = { account: 'ana', address: 'home' };
    await store.succeeded(home, (await store.begin(home)).isKnown);
    await failures(3, 'ana', 'home');
    await expect(waitOf('ana', 'home')).resolves.toBeGreaterThan(900);
  });

  it('forgets the failures of a known address when it succeeds', async () => {
    const home = { account: 'ana', address: 'home' };
    await store.succeeded(home, (await store.begin(home)).isKnown);
    await failures(2, 'ana', 'home');
    await store.succeeded(home, (await store.begin(home)).isKnown);
    await expect(waitOf('ana', 'home')).resolves.toBe(0);
    await expect(waitOf('ana', 'home')).resolves.toBe(0);
  });

  it('remembers ten addresses of an account, those used last', async () => {
    for (let n = 0; n < 12; n += 1) {
      const attempt = { account: 'ana', address: `home-${n}` };
      await store.succeeded(attempt, (await store.begin(attempt)).isKnown);
      await waitFor(() => Promise.resolve(true), 'the next millisecond');
    }
    const known = await Promise.all(
      Array.from({ length: 12 }, (_, n) => store.begin({ account: 'ana', address: `home-${n}` })),
    );
    expect(known.filter(({ isKnown }) => isKnown)).toHaveLength(10);
    expect(known[11]).toMatchObject({ isKnown: true });
  });

  it('opens again when the delay is over', async () => {
    subject.close();
    await use({ maxDelayMs: 60 });
    await failures(3, 'ana');
    await expect(waitOf('ana', 'abroad')).resolves.toBeGreaterThan(0);
    await waitFor(async () => (await waitOf('ana', 'abroad')) === 0, 'it is open again', 1_000);
  });
});

describe('LoginThrottle', () => {
  let server: OwnServer;
  const configFor = (url: string): AppConfig =>
    testConfig({ REDIS_URL: url, IRIS__auth__login_throttle__free_attempts_per_account: '3' });
  const fail = (): Promise<null> => Promise.resolve(null);

  async function tries(throttle: LoginThrottle, account: string, count: number): Promise<(number | null)[]> {
    const results: (number | null)[] = [];
    for (let n = 0; n < count; n += 1) {
      const attempt = throttle.guard(account, `192.0.2.${n}`, fail);
      results.push(await attempt.catch((error: unknown) => (error as LoginThrottledError).status));
    }
    return results;
  }

  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.close());

  it('counts for all replicas together', async () => {
    const url = await testRedisUrl();
    const connections = await Promise.all([connect(url), connect(url)]);
    const replicas = connections.map((redis) => new LoginThrottle(configFor(url).auth, redis));
    const results = await Promise.all(replicas.map((replica) => tries(replica, 'ana', 3)));
    expect(results.flat().filter((result) => result === null)).toHaveLength(3);
    expect(results.flat().filter((result) => result === 429)).toHaveLength(3);
    for (const connection of connections) connection.onApplicationShutdown();
  });

  it('doubles the delay with each failure, by the script as well', async () => {
    const redis = await connect(await testRedisUrl());
    const lenient = new RedisThrottleStore(redis, { ...RULES, freePerAccount: 100, freePerAddress: 100 });
    const delays: number[] = [];
    for (let failed = 1; failed <= 8; failed += 1) {
      await lenient.begin({ account: 'ana', address: `x-${failed}` });
      const strict = new RedisThrottleStore(redis, { ...RULES, freePerAccount: 1 });
      delays.push(Math.ceil((await strict.begin({ account: 'ana', address: 'y' })).waitMs / 1_000));
    }
    expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    redis.onApplicationShutdown();
  });

  it('goes on alone when Redis is down or hangs, without waiting for it', async () => {
    const redis = await connect(server.url, RedisConnection);
    const throttle = new LoginThrottle(configFor(server.url).auth, redis);
    await server.stop();
    await expect(tries(throttle, 'ana', 4)).resolves.toEqual([null, null, null, 429]);
    await server.start();
    await waitFor(() => redis.isUp, 'Redis is back');
    await server.pause();
    const startedAt = performance.now();
    await expect(tries(throttle, 'eva', 10)).resolves.toEqual([
      null,
      null,
      null,
      429,
      429,
      429,
      429,
      429,
      429,
      429,
    ]);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    await server.resume();
    redis.onApplicationShutdown();
  });

  it('passes on what the attempt throws, and does not count it', async () => {
    const redis = new RedisConnection(testConfig({}).cache);
    const throttle = new LoginThrottle(configFor('').auth, redis);
    const broken = (): Promise<null> => Promise.reject(new Error('a fault of ours'));
    for (let n = 0; n < 10; n += 1) {
      await expect(throttle.guard('ana', '192.0.2.1', broken)).rejects.toThrow('a fault of ours');
    }
    await expect(tries(throttle, 'ana', 4)).resolves.toEqual([null, null, null, 429]);
  });

  it('says how long to wait, in whole seconds', async () => {
    const throttle = new LoginThrottle(configFor('').auth, new RedisConnection(testConfig({}).cache));
    await tries(throttle, 'ana', 3);
    const refusal = throttle.guard('ana', '192.0.2.9', fail);
    await expect(refusal).rejects.toMatchObject({
      code: 'LOGIN_THROTTLED',
      status: 429,
      retryAfterSeconds: 1,
    });
  });

  it('keeps neither account nor address in clear', async () => {
    const url = await testRedisUrl();
    const redis = await connect(url);
    await new LoginThrottle(configFor(url).auth, redis).guard('ana@iris.cl', '192.0.2.1', () =>
      Promise.resolve('in'),
    );
    const keys = await redis.run((client) => client.keys('*'));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join()).not.toMatch(/ana|192/);
    redis.onApplicationShutdown();
  });
});

describe('the time of a counter', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('grows 1, 2, 4 … 60 s and one failure is forgotten every two minutes', async () => {
    jest.useFakeTimers({ now: 0 });
    const store = new MemoryThrottleStore(RULES);
    const attempt = { account: 'ana', address: 'x' };
    const delays: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const { waitMs } = await store.begin({ ...attempt, address: `x-${n}` });
      jest.setSystemTime(Date.now() + waitMs);
      if (waitMs > 0) await store.begin({ ...attempt, address: `y-${n}` });
      delays.push(waitMs / 1_000);
    }
    expect(delays).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
    jest.setSystemTime(Date.now() + 9 * RULES.forgetMs);
    for (let n = 0; n < 3; n += 1) {
      await expect(store.begin({ ...attempt, address: `z-${n}` })).resolves.toMatchObject({ waitMs: 0 });
    }
  });
});
