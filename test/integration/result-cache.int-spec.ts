import '../support/quiet-nest.js';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Redis } from 'ioredis';

import {
  type CacheDirectives,
  CacheModule,
  ModelVersions,
  type Obtained,
  parseCacheControl,
  type Result,
  ResultCache,
  ResultStore,
  type Work,
} from '../../src/cache/index.js';
import { Timings } from '../../src/common/timing/index.js';
import type { RequestContext } from '../../src/common/context/index.js';
import { ConfigModule } from '../../src/config/index.js';
import { MetricsModule } from '../../src/metrics/index.js';
import { EventBus, RedisConnection } from '../../src/redis/index.js';
import { testRedisUrl } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

const DEFAULTS: CacheDirectives = parseCacheControl(undefined);
const DOCUMENT = 'd'.repeat(64);
/** Characters that mean something to SCAN. */
const PREFIX = 'iris*[a]?:';

interface Replica {
  readonly module: TestingModule;
  readonly cache: ResultCache;
  readonly store: ResultStore;
}

let admin: Redis;
let redisUrl: string;
let here: Replica;
let there: Replica;
let count = 0;
/** Another one for each test. */
let owner: string;

beforeAll(async () => {
  redisUrl = await testRedisUrl();
  admin = new Redis(redisUrl);
  [here, there] = await Promise.all([startReplica(), startReplica()]);
});

beforeEach(async () => {
  // Not a purge: the news of it would still be on the way when the test begins.
  await admin.flushdb();
  owner = `owner-${(count += 1)}`;
});

afterAll(async () => {
  admin.disconnect();
  await Promise.all([here, there].map(({ module }) => module.close()));
});

async function startReplica(): Promise<Replica> {
  const config = testConfig({ REDIS_URL: redisUrl, IRIS__cache__key_prefix: PREFIX });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), MetricsModule.register(config.monitoring), CacheModule],
  }).compile();
  const listens = Promise.withResolvers<undefined>();
  // Whoever begins to listen forgets what it had, because it may have missed something.
  module.get(EventBus, { strict: false }).onGap(() => {
    listens.resolve(undefined);
  });
  await module.init();
  await listens.promise;
  const connection = module.get(RedisConnection, { strict: false });
  await waitFor(() => connection.isUp, 'Redis is connected');
  module.get(ModelVersions).learn({ service: 'ocr_extractor', model: '', version: '1' }, performance.now());
  return { module, cache: module.get(ResultCache), store: module.get(ResultStore) };
}

function contextOf({ ms = 5_000, signal = new AbortController().signal } = {}): RequestContext {
  const startedAt = performance.now();
  return {
    requestId: 'r',
    traceparent: '',
    tracestate: undefined,
    startedAt,
    deadlineAt: startedAt + ms,
    signal,
    upstream: { calls: 0, brokeOff: false },
    timings: new Timings(),
  };
}

function resultOf(text: string): Result {
  return {
    modelVersion: '1',
    facts: { text_sha256: 'a'.repeat(64) },
    output: Buffer.from(JSON.stringify({ text })),
    details: Buffer.from('{}'),
  };
}

/** A different input each time, so that tests do not meet. */
function newWork(run: Work['run']): Work {
  count += 1;
  return {
    operation: 'ocr',
    input: `input ${count}`,
    options: {},
    model: '',
    run,
    timeUp: () => new Error('time is up'),
  };
}

function obtain(
  { cache }: Replica,
  work: Work,
  context = contextOf(),
  directives = DEFAULTS,
): Promise<Obtained> {
  return cache.obtain(cache.open(owner, DOCUMENT, directives), work, context);
}

/** Commands that replicas have sent in order to get a lock, among others. */
async function lockAttempts(): Promise<number> {
  const statistics = await admin.info('commandstats');
  return Number(/cmdstat_set:calls=(\d+)/.exec(statistics)?.[1] ?? 0);
}

function resultKeys(): Promise<string[]> {
  return admin.keys('*:result:*');
}

describe('ResultCache over two replicas', () => {
  it('whoever waits gives up when the own time is over, and the work goes on', async () => {
    const held = Promise.withResolvers<Result>();
    const work = newWork(() => held.promise);
    const working = obtain(here, work);
    await waitFor(async () => (await admin.keys('*:lock:*')).length > 0, 'it is locked');
    const startedAt = performance.now();
    await expect(obtain(there, work, contextOf({ ms: 150 }))).rejects.toThrow('time is up');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    held.resolve(resultOf('done'));
    expect((await working).verdict).toBe('miss');
  });

  it('whoever waits is given the result as soon as it is there', async () => {
    const held = Promise.withResolvers<Result>();
    const work = newWork(() => held.promise);
    const working = obtain(here, work);
    await waitFor(async () => (await admin.keys('*:lock:*')).length > 0, 'it is locked');
    const before = await lockAttempts();
    const waiting = obtain(there, { ...work, run: () => Promise.reject(new Error('done twice')) });
    await waitFor(async () => (await lockAttempts()) > before, 'the other one waits');
    held.resolve(resultOf('done'));
    await working;
    expect(await waiting).toMatchObject({ verdict: 'collapsed', isStored: true });
    await waitFor(async () => (await admin.keys('*:lock:*')).length === 0, 'the lock is released');
  });

  it('holds the lock for as long as the work takes', async () => {
    const held = Promise.withResolvers<Result>();
    const working = obtain(
      here,
      newWork(() => held.promise),
      contextOf({ ms: 20_000 }),
    );
    await waitFor(async () => (await admin.keys('*:lock:*')).length > 0, 'it is locked');
    const [lock = ''] = await admin.keys('*:lock:*');
    const before = await admin.pttl(lock);
    await waitFor(async () => (await admin.pttl(lock)) < before - 500, 'time goes by');
    await waitFor(async () => (await admin.pttl(lock)) > before - 100, 'the lock is extended');
    held.resolve(resultOf('done'));
    await working;
  });

  it('takes no lock that somebody else holds, and releases none', async () => {
    const held = Promise.withResolvers<Result>();
    const working = obtain(
      here,
      newWork(() => held.promise),
    );
    await waitFor(async () => (await admin.keys('*:lock:*')).length > 0, 'it is locked');
    const [lock = ''] = await admin.keys('*:lock:*');
    await admin.set(lock, 'of somebody else');
    held.resolve(resultOf('done'));
    await working;
    // What is to be written is: by then the lock would have been released.
    await here.store.beforeApplicationShutdown();
    expect((await resultKeys()).length).toBeGreaterThan(0);
    expect(await admin.get(lock)).toBe('of somebody else');
    await admin.del(lock);
  });
});

describe('ResultCache in one replica', () => {
  it('goes on with the work for those who have more time than whoever began it', async () => {
    let runs = 0;
    const work = newWork(async ({ deadlineAt }) => {
      runs += 1;
      await waitFor(
        () => performance.now() >= deadlineAt || runs > 1,
        'the time is over or it is the second run',
      );
      if (runs > 1) return resultOf('done');
      throw new Error('time is up');
    });
    const first = obtain(here, work, contextOf({ ms: 100 }));
    const second = obtain(here, work, contextOf({ ms: 5_000 }));
    await expect(first).rejects.toThrow('time is up');
    expect((await second).result.output.toString()).toBe('{"text":"done"}');
    expect(runs).toBe(2);
  });

  it('ends the work when everybody has left, and lets nobody join it any more', async () => {
    const signals: AbortSignal[] = [];
    const work = newWork(({ signal }) => {
      signals.push(signal);
      return signals.length > 1 ? Promise.resolve(resultOf('done')) : new Promise<never>(() => undefined);
    });
    const hangUps = [new AbortController(), new AbortController()];
    const both = Promise.allSettled(hangUps.map(({ signal }) => obtain(here, work, contextOf({ signal }))));
    await waitFor(() => signals.length === 1, 'it is under way');
    hangUps[0]?.abort();
    expect(signals[0]?.aborted).toBe(false);
    hangUps[1]?.abort();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(signals[0]?.aborted).toBe(true);
    await admin.flushdb();
    expect((await obtain(here, work)).verdict).toBe('miss');
  });
});

describe('ResultStore › a purge', () => {
  it('counts what went, and takes nothing else, whatever the prefix looks like', async () => {
    for (let i = 0; i < 3; i += 1)
      await obtain(
        here,
        newWork(() => Promise.resolve(resultOf('x'))),
      );
    await waitFor(async () => (await resultKeys()).length === 3, 'they are kept');
    // The prefix as a glob would match it.
    const foreign = `irisXa?:result:${owner}:x:ocr_extractor:ocr:x`;
    await admin.set(foreign, 'of another application');
    expect(await there.store.purge({ owner, document: 'e'.repeat(64) })).toEqual({
      memory: 0,
      redis: 0,
    });
    expect(await there.store.purge({ owner, service: 'ml_classifier' })).toEqual({ memory: 0, redis: 0 });
    expect(await there.store.purge({ owner, service: 'ocr_extractor' })).toEqual({ memory: 0, redis: 3 });
    expect(await resultKeys()).toEqual([foreign]);
    await admin.del(foreign);
  });

  it('beats a run on another replica that has not heard of it', async () => {
    // A replica whose events get lost, as they may.
    const deaf = await startReplica();
    const bus = deaf.module.get<EventBus & OnApplicationShutdown>(EventBus, { strict: false });
    if (!('onApplicationShutdown' in bus && typeof bus.onApplicationShutdown === 'function'))
      throw new Error();
    const held = Promise.withResolvers<Result>();
    const running = obtain(
      deaf,
      newWork(() => held.promise),
    );
    await waitFor(async () => (await admin.keys('*:lock:*')).length > 0, 'it is under way');
    bus.onApplicationShutdown();
    await here.store.purge({ owner, document: DOCUMENT });
    held.resolve(resultOf('late'));
    await running;
    await waitFor(async () => (await admin.keys('*:lock:*')).length === 0, 'all is written');
    expect(await resultKeys()).toEqual([]);
    await deaf.module.close();
  });
});
