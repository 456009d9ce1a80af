import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { register } from 'prom-client';

import { type DocumentAnswer, sendDocument } from '../support/document-client.js';
import { freshDocument } from '../support/documents.js';
import { fastestMs } from '../support/fastest.js';
import { TestGateway } from '../support/gateway.js';
import { TestMicroservices } from '../support/microservices.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const CALLS_OF_A_DOCUMENT = 5;
const RESULTS = 'iris:api_gateway:result:*';

let microservices: TestMicroservices;
let redis: OwnServer;
let admin: Redis;
let gateway: TestGateway;
let token: string;
let document: Buffer<ArrayBuffer>;

beforeAll(async () => {
  [microservices, redis] = await Promise.all([TestMicroservices.start(), startRedis()]);
  admin = new Redis(redis.url, { retryStrategy: () => 50 });
  admin.on('error', () => undefined);
  gateway = await TestGateway.start({
    services: microservices.urls,
    // A memory that holds nothing: every hit comes from Redis.
    env: { REDIS_URL: redis.url, IRIS__cache__memory__max_bytes: '1' },
  });
  token = await gateway.tokenOf('faults@example.com');
  document = freshDocument();
  await send();
});

beforeEach(async () => {
  document = freshDocument();
  await microservices.reset();
});

afterEach(async () => {
  await redis.resume();
  await redis.start();
  await waitFor(
    async () => (await send()).cacheStatus?.includes('iris; hit') ?? false,
    'results are kept again',
  );
});

afterAll(async () => {
  admin.disconnect();
  await gateway.stop();
  await Promise.all([microservices.stop(), redis.close()]);
});

function send(): Promise<DocumentAnswer> {
  return sendDocument(gateway.url, document, { token });
}

/** Sends the document, and waits until its results are in Redis. */
async function keep(): Promise<void> {
  await admin.flushall();
  expect((await send()).status).toBe(200);
  await waitFor(async () => (await resultKeys()).length === CALLS_OF_A_DOCUMENT, 'the results are kept');
  microservices.calls.length = 0;
}

function resultKeys(): Promise<string[]> {
  return admin.keys(RESULTS);
}

async function storeErrors(): Promise<number> {
  const errors = await register.getSingleMetric('iris_cache_store_errors_total')?.get();
  return errors?.values.reduce((sum, { value }) => sum + value, 0) ?? 0;
}

describe('an entry in Redis', () => {
  it('answers for as long as its strategy says', async () => {
    await keep();
    const answer = await send();
    expect(answer.cacheStatus).toMatch(/^iris; hit/);
    expect(microservices.calls).toHaveLength(0);
    const [key = ''] = await resultKeys();
    expect(await admin.ttl(key)).toBeGreaterThan(86_300);
  });

  it.each<[string, (key: string) => Promise<unknown>]>([
    ['no JSON', (key) => admin.set(key, 'garbage')],
    ['other JSON', (key) => admin.set(key, '{"v":1}')],
    [
      'a text of ours that was cut off',
      async (key) => admin.set(key, `${(await admin.get(key))?.slice(0, 90)}"`),
    ],
    [
      'a result without its facts',
      async (key) => admin.set(key, (await admin.get(key))?.replace(/facts.*?}/, 'facts\\":{}') ?? ''),
    ],
    [
      'a result without its content',
      async (key) =>
        admin.set(key, (await admin.get(key))?.replace(/corrected_image|\\"text\\"/g, 'x') ?? ''),
    ],
    ['an object that the library stumbles over', (key) => admin.set(key, '{"_constructor-name_":5}')],
    ['a tower of brackets', (key) => admin.set(key, '['.repeat(20_000) + ']'.repeat(20_000))],
    ['a function', (key) => admin.set(key, '"_function_f|() => process.exit(1)"')],
    [
      'a hash',
      async (key) => {
        await admin.del(key);
        await admin.hset(key, 'a', 'b');
      },
    ],
  ])('that is %s › a miss, and it is replaced', async (_what, spoil) => {
    await keep();
    const keys = (await resultKeys()).filter((key) => /:(preprocess|ocr):/.test(key));
    await Promise.all(keys.map(spoil));
    const before = await storeErrors();
    const answer = await send();
    expect(answer.status).toBe(200);
    // Redis is not to blame: it has answered.
    expect(await storeErrors()).toBe(before);
    expect(microservices.calls.map(({ route }) => route).sort()).toEqual(['POST /ocr', 'POST /process']);
    await waitFor(async () => (await send()).cacheStatus?.includes('iris; hit') ?? false, 'it is replaced');
  });

  it('is missed when everything is flushed, and made again', async () => {
    await keep();
    await admin.flushall();
    expect((await send()).cacheStatus).toMatch(/fwd=miss/);
  });
});

describe('Redis that', () => {
  it('hangs › every document is answered, and the first one waits for it once', async () => {
    await redis.pause();
    const startedAt = performance.now();
    expect((await send()).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    // By then it is known to hang, and nobody waits for it any more, but for one try each second.
    document = freshDocument();
    await send();
    const tookMs = await fastestMs(async () => {
      document = freshDocument();
      const start = performance.now();
      expect((await send()).status).toBe(200);
      return performance.now() - start;
    });
    expect(tookMs).toBeLessThan(100);
    expect(microservices.callsTo('ocr_extractor', 'POST /extract').length).toBeGreaterThan(3);
  });

  it('is killed › 200, and identical documents in this process are still worked on once', async () => {
    await redis.stop();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send()));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    // Without a memory, a later phase may have to be done again for those who come late to it.
    expect(microservices.callsTo('image_processor').length).toBeLessThan(10);
  });

  it('is out of memory › 200, what it has is still used, and the failures are counted', async () => {
    await keep();
    const before = await storeErrors();
    await admin.config('SET', 'maxmemory', '1');
    try {
      expect((await send()).cacheStatus).toMatch(/^iris; hit/);
      const known = document;
      document = freshDocument();
      expect((await send()).cacheStatus).toMatch(/fwd=miss/);
      expect((await send()).cacheStatus).toMatch(/fwd=miss/);
      await waitFor(async () => (await storeErrors()) > before, 'failures are counted');
      document = known;
      expect((await send()).cacheStatus).toMatch(/^iris; hit/);
    } finally {
      await admin.config('SET', 'maxmemory', '0');
    }
  });

  it('is read-only › 200, and what it has is still used', async () => {
    await keep();
    await admin.replicaof('127.0.0.1', '1');
    try {
      expect((await send()).cacheStatus).toMatch(/^iris; hit/);
      document = freshDocument();
      expect((await send()).status).toBe(200);
      expect((await send()).status).toBe(200);
    } finally {
      await admin.replicaof('NO', 'ONE');
    }
  });

  it('is away › forgetting a document is not promised', async () => {
    await redis.stop();
    const digest = 'a'.repeat(64);
    const headers = { authorization: `Bearer ${token}` };
    const refused = await gateway.fetch(`/documents/${digest}`, { method: 'DELETE', headers });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    await redis.start();
    await waitFor(
      async () => (await gateway.fetch(`/documents/${digest}`, { method: 'DELETE', headers })).status === 204,
      'it is promised again',
    );
  });
});
