import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Redis } from 'ioredis';

import { MemoryRateLimitStore } from '../../src/rate-limit/store/memory-rate-limit-store.js';
import type {
  Allowance,
  LimitName,
  RateLimitStore,
  Verdict,
} from '../../src/rate-limit/store/rate-limit-store.js';
import { RedisRateLimitStore } from '../../src/rate-limit/store/redis-rate-limit-store.js';
import { RedisConnection, RedisUnavailableError } from '../../src/redis/index.js';
import { startRedis, testRedisUrl } from '../support/redis.js';
import { seededRandom } from '../support/seeded-random.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const HOUR_MS = 3_600_000;

/** Gives Redis all the time it needs: the tests are about what it answers, on a machine that is busy with others. */
class PatientConnection extends RedisConnection {
  override run<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    return work(this.client!);
  }
}

/** A store whose time a test can move. */
interface Subject {
  readonly store: RateLimitStore;
  advance(ms: number): Promise<void>;
  close(): void;
}

const realNow = performance.now.bind(performance);

function memorySubject(): Subject {
  let passed = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => realNow() + passed);
  return {
    store: new MemoryRateLimitStore(),
    advance: (ms) => {
      passed += ms;
      return Promise.resolve();
    },
    close: () => {
      clock.mockRestore();
    },
  };
}

/** Nobody can move the clock of Redis; instead, everything that it remembers becomes older. */
const AGE_SCRIPT = `
for _, key in ipairs(redis.call('KEYS', '*limit:*')) do
  local cells = cmsgpack.unpack(redis.call('GET', key))
  cells[1] = cells[1] - ARGV[1]
  for i = 2, #cells, 2 do cells[i] = cells[i] - ARGV[1] end
  redis.call('SET', key, cmsgpack.pack(cells), 'KEEPTTL')
end`;

async function redisSubject(): Promise<Subject> {
  const redis = await connect(await testRedisUrl());
  const store = new RedisRateLimitStore(redis);
  let passed = 0;
  return {
    store: {
      async take(allowances, cost) {
        const verdict = await store.take(allowances, cost);
        return { ...verdict, takenAt: verdict.takenAt + passed };
      },
      giveBack: (allowance, cost, takenAt) => store.giveBack(allowance, cost, takenAt - passed),
      forget: (subject, limits) => store.forget(subject, limits),
    },
    advance: async (ms) => {
      passed += ms;
      await redis.run((client) => client.eval(AGE_SCRIPT, 0, ms));
    },
    close: () => {
      redis.onApplicationShutdown();
    },
  };
}

async function connect(url: string, Connection = PatientConnection): Promise<RedisConnection> {
  const redis = new Connection(testConfig({ REDIS_URL: url }).cache);
  redis.onModuleInit();
  await waitFor(() => redis.isUp, 'Redis is up');
  return redis;
}

function allowance(
  units: number,
  { name = 'authenticated', subject = 'ana', windowMs = HOUR_MS }: AllowanceOptions = {},
): Allowance {
  return { limit: { name, units, windowMs }, subject };
}

interface AllowanceOptions {
  readonly name?: LimitName;
  readonly subject?: string;
  readonly windowMs?: number;
}

const SUBJECTS: Readonly<Record<string, () => Subject | Promise<Subject>>> = {
  memory: memorySubject,
  redis: redisSubject,
};

describe.each(Object.keys(SUBJECTS))('rate limit store › %s', (kind) => {
  let subject: Subject;
  let store: RateLimitStore;

  beforeEach(async () => {
    subject = await SUBJECTS[kind]!();
    ({ store } = subject);
  });
  afterEach(() => {
    subject.close();
  });

  async function admitted(times: number, ...allowances: Allowance[]): Promise<number> {
    const verdicts: Verdict[] = [];
    for (let n = 0; n < times; n += 1) verdicts.push(await store.take(allowances, 1));
    return verdicts.filter(({ isAdmitted }) => isAdmitted).length;
  }

  async function remaining(...allowances: Allowance[]): Promise<number[]> {
    return (await store.take(allowances, 0)).standings.map((standing) => standing.remaining);
  }

  it('forgets what one subject has used of the limits that are named, and nothing else', async () => {
    const own = allowance(3);
    const other = allowance(3, { subject: 'luis' });
    const kept = allowance(3, { name: 'processing' });
    expect(await admitted(4, own)).toBe(3);
    await admitted(2, other, kept);
    await store.forget('ana', ['authenticated', 'api_key']);
    expect(await remaining(own, other, kept)).toEqual([3, 1, 1]);
    expect(await admitted(4, own)).toBe(3);
    await store.forget('nobody', ['authenticated']);
    expect(await remaining(own)).toEqual([0]);
  });

  it('admits the limit and no more, and says what is left', async () => {
    const five = allowance(5);
    const left: number[] = [];
    for (let n = 0; n < 5; n += 1) left.push((await store.take([five], 1)).standings[0]!.remaining);
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await admitted(20, five)).toBe(0);
  });

  it('counts subjects and limits apart', async () => {
    expect(await admitted(9, allowance(5))).toBe(5);
    expect(await admitted(9, allowance(5, { subject: 'eva' }))).toBe(5);
    expect(await admitted(9, allowance(5, { name: 'processing' }))).toBe(5);
  });

  it('says when more remains: a window after the first unit', async () => {
    const five = allowance(5);
    expect((await store.take([five], 0)).standings[0]).toMatchObject({ remaining: 5, resetMs: 0, waitMs: 0 });
    await store.take([five], 1);
    await subject.advance(HOUR_MS / 2);
    await admitted(5, five);
    const { isAdmitted, standings } = await store.take([five], 1);
    expect(isAdmitted).toBe(false);
    expect(standings[0]!.waitMs).toBe(standings[0]!.resetMs);
    expect(standings[0]!.resetMs).toBeGreaterThan(HOUR_MS / 2 - 5_000);
    expect(standings[0]!.resetMs).toBeLessThanOrEqual(HOUR_MS / 2);
  });

  it('admits again when the window is over, to the millisecond that it has announced', async () => {
    const five = allowance(5);
    await admitted(5, five);
    const { waitMs } = (await store.take([five], 1)).standings[0]!;
    await subject.advance(waitMs - 2_000);
    expect(await admitted(1, five)).toBe(0);
    await subject.advance(2_000);
    expect(await admitted(9, five)).toBe(5);
  });

  it('gives units back one group after the other', async () => {
    const ten = allowance(10);
    for (let n = 0; n < 5; n += 1) {
      await admitted(2, ten);
      await subject.advance(HOUR_MS / 5);
    }
    expect(await remaining(ten)).toEqual([2]);
    await subject.advance(HOUR_MS / 5);
    expect(await remaining(ten)).toEqual([4]);
    await subject.advance(HOUR_MS);
    expect(await remaining(ten)).toEqual([10]);
  });

  it('consumes nothing for what it refuses, however often', async () => {
    const five = allowance(5);
    await admitted(5, five);
    await subject.advance(HOUR_MS - 60_000);
    expect(await admitted(500, five)).toBe(0);
    await subject.advance(60_000);
    expect(await admitted(500, five)).toBe(5);
  });

  it('takes from all of several limits or from none', async () => {
    const wide = allowance(5);
    const narrow = allowance(2, { name: 'processing' });
    expect(await admitted(20, wide, narrow)).toBe(2);
    expect(await remaining(wide, narrow)).toEqual([3, 0]);
    expect(await admitted(20, wide)).toBe(3);
    const { standings } = await store.take([wide, narrow], 1);
    expect(standings.map(({ waitMs }) => waitMs > 0)).toEqual([true, true]);
  });

  it('says for each limit how long it refuses', async () => {
    const long = allowance(1);
    const short = allowance(1, { name: 'api_key', windowMs: 60_000 });
    await store.take([long, short], 1);
    const { standings } = await store.take([long, short], 1);
    expect(standings.map(({ waitMs }) => Math.ceil(waitMs / 1_000))).toEqual([3_600, 60]);
  });

  it('takes more than one unit at a time, and waits until that many are back', async () => {
    const ten = allowance(10);
    await store.take([ten], 4);
    await subject.advance(HOUR_MS / 2);
    await store.take([ten], 4);
    expect((await store.take([ten], 3)).isAdmitted).toBe(false);
    const { waitMs } = (await store.take([ten], 6)).standings[0]!;
    expect(Math.round(waitMs / 60_000)).toBe(30);
    expect((await store.take([ten], 7)).standings[0]!.waitMs).toBeGreaterThan(HOUR_MS - 60_000);
    expect((await store.take([ten], 2)).isAdmitted).toBe(true);
    expect(await remaining(ten)).toEqual([0]);
  });

  it('decides for calls that run side by side', async () => {
    const calls = Array.from({ length: 50 }, async () => store.take([allowance(7)], 1));
    const verdicts = await Promise.all(calls);
    expect(verdicts.filter(({ isAdmitted }) => isAdmitted)).toHaveLength(7);
  });

  it('gives back what was taken, once, and only while it counts', async () => {
    const five = allowance(5);
    const { takenAt } = await store.take([five], 1);
    await subject.advance(HOUR_MS / 2);
    await admitted(4, five);
    await store.giveBack(five, 1, takenAt);
    expect(await remaining(five)).toEqual([1]);
    await admitted(1, five);
    await subject.advance(HOUR_MS / 2);
    // The first has been given back already: nothing comes back a window after it.
    expect(await remaining(five)).toEqual([0]);
    await store.giveBack(five, 1, takenAt);
  });

  it('gives back nothing to somebody who has taken nothing', async () => {
    await store.giveBack(allowance(5), 1, 0);
    expect(await remaining(allowance(5))).toEqual([5]);
    expect(await admitted(9, allowance(5))).toBe(5);
  });

  it('holds to a limit that has become smaller', async () => {
    await admitted(8, allowance(10));
    await subject.advance(HOUR_MS / 2);
    await admitted(2, allowance(10));
    const { standings } = await store.take([allowance(3)], 1);
    expect(standings[0]).toMatchObject({ remaining: 0 });
    expect(Math.round(standings[0]!.waitMs / 60_000)).toBe(30);
    await subject.advance(HOUR_MS / 2);
    expect(await remaining(allowance(3))).toEqual([1]);
  });

  it('admits no more than the limit in any window, whatever comes when', async () => {
    const windowMs = 60_000;
    const random = seededRandom(20_261_124);
    const times: number[] = [];
    let now = 0;
    for (let step = 0; step < 400; step += 1) {
      const pause = Math.floor(random() ** 3 * (windowMs / 3));
      now += pause;
      await subject.advance(pause);
      if ((await store.take([allowance(20, { windowMs })], 1)).isAdmitted) times.push(now);
    }
    // Real time passes as well, but only a little.
    const slackMs = 2_000;
    for (const start of times) {
      const inWindow = times.filter((time) => time >= start && time < start + windowMs - slackMs);
      expect(inWindow.length).toBeLessThanOrEqual(20);
    }
    expect(times.length).toBeGreaterThan(100);
  });

  it('rolls over by its own clock', async () => {
    const perSecond = allowance(5, { windowMs: 1_000 });
    expect(await admitted(9, perSecond)).toBe(5);
    await waitFor(async () => (await admitted(1, perSecond)) === 1, 'the second is over', 3_000);
  });
});

describe('RedisRateLimitStore', () => {
  const three = [allowance(9), allowance(9, { name: 'processing' }), allowance(9, { name: 'api_key' })];
  let server: OwnServer;
  let redis: RedisConnection;
  let store: RedisRateLimitStore;

  beforeAll(async () => {
    server = await startRedis();
    redis = await connect(server.url);
    store = new RedisRateLimitStore(redis);
  });
  afterAll(async () => {
    redis.onApplicationShutdown();
    await server.close();
  });

  it('asks once for all limits of a call, and sends the text of its script once', async () => {
    await store.take(three, 1);
    const before = [await callsOf(redis, 'evalsha'), await callsOf(redis, 'eval')];
    for (let n = 0; n < 5; n += 1) await store.take(three, 1);
    expect([await callsOf(redis, 'evalsha'), await callsOf(redis, 'eval')]).toEqual([
      before[0]! + 5,
      before[1],
    ]);
  });

  it('sends it again when Redis has lost it', async () => {
    await redis.run((client) => client.script('FLUSH'));
    expect((await store.take(three, 0)).standings[0]).toMatchObject({ remaining: 3 });
  });

  it('leaves nothing behind a window after the last call', async () => {
    await store.take([allowance(9, { name: 'default', windowMs: 60_000 })], 1);
    const key = redis.key('limit:default:ana');
    const ttl = await redis.run((client) => client.pttl(key));
    expect(ttl).toBeGreaterThan(50_000);
    expect(ttl).toBeLessThanOrEqual(60_000);
  });

  it.each<[string, (client: Redis, key: string) => Promise<unknown>]>([
    ['another type', (client, key) => client.lpush(key, 'x')],
    ['no MessagePack', (client, key) => client.set(key, '\xc1')],
    ['a number', (client, key) => client.set(key, '7')],
    ['an empty list', (client, key) => client.set(key, '\x90')],
    ['nothing', (client, key) => client.set(key, '')],
  ])('a key that holds %s is a counter at zero, and stands in the way of nobody', async (_what, spoil) => {
    const [spoilt, other] = [subject('api_key'), subject('default')];
    await redis.run((client) => spoil(client, redis.key(`limit:api_key:${spoilt.subject}`)));
    const verdicts = await Promise.all([store.take([other, spoilt], 1), store.take([other], 1)]);
    expect(verdicts.map(({ standings }) => standings.map(({ remaining }) => remaining))).toEqual([
      [8, 8],
      [7],
    ]);
    expect((await store.take([spoilt], 0)).standings[0]).toMatchObject({ remaining: 8 });
  });
});

describe('RedisRateLimitStore › requests that arrive together', () => {
  let server: OwnServer;
  let redis: RedisConnection;
  let store: RedisRateLimitStore;

  beforeEach(async () => {
    server = await startRedis();
    redis = await connect(server.url);
    store = new RedisRateLimitStore(redis);
  });
  afterEach(async () => {
    redis.onApplicationShutdown();
    await server.close();
  });

  it('are asked about at once, and each gets the answer to its own question', async () => {
    const [ana, eva] = [subject('authenticated'), subject('authenticated')];
    const narrow = { ...subject('processing'), limit: { ...subject('processing').limit, units: 1 } };
    await store.take([ana], 0);
    const before = await callsOf(redis, 'evalsha');
    const verdicts = await Promise.all([
      store.take([ana], 1),
      store.take([ana, narrow], 1),
      store.take([eva], 2),
      store.take([ana, narrow], 1),
      store.take([ana], 0),
      store.take([eva], 1),
    ]);
    expect(await callsOf(redis, 'evalsha')).toBe(before + 1);
    expect(
      verdicts.map(({ isAdmitted, standings }) => [isAdmitted, ...standings.map((it) => it.remaining)]),
    ).toEqual([
      [true, 8],
      [true, 7, 0],
      [true, 7],
      [false, 7, 0],
      [true, 7],
      [true, 6],
    ]);
    expect(verdicts[1].standings.map(({ limit }) => limit.name)).toEqual(['authenticated', 'processing']);
  });

  it('are admitted in the order in which they came, however many they are', async () => {
    const nine = subject('authenticated');
    await store.take([nine], 0);
    const before = await callsOf(redis, 'evalsha');
    const verdicts = await Promise.all(Array.from({ length: 600 }, () => store.take([nine], 1)));
    expect(verdicts.map(({ isAdmitted }) => isAdmitted)).toEqual(verdicts.map((_, index) => index < 9));
    expect(await callsOf(redis, 'evalsha')).toBe(before + 3);
  });

  it.each(['stop', 'pause'] as const)('all fail in time after a %s of Redis', async (fault) => {
    const impatient = await connect(server.url, RedisConnection);
    await server[fault]();
    const startedAt = performance.now();
    const together = new RedisRateLimitStore(impatient);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => together.take([subject('default')], 1)),
    );
    expect(performance.now() - startedAt).toBeLessThan(1000);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(RedisUnavailableError) });
    if (fault === 'pause') await server.resume();
    impatient.onApplicationShutdown();
  });
});

/** Nine an hour, for somebody new. */
function subject(name: LimitName): Allowance {
  return allowance(9, { name, subject: randomUUID() });
}

async function callsOf(redis: RedisConnection, command: string): Promise<number> {
  const stats = await redis.run((client) => client.info('commandstats'));
  return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(stats)?.[1] ?? 0);
}
