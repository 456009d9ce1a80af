import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi } from '../../support/api-client.js';
import { sendDocument } from '../../support/document-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { GatewayPair } from '../../support/gateway-pair.js';
import { jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { startPostgres } from '../../support/postgres.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
/** A test that begins at the end of a minute finds its own requests in two of them. */
const ONLY_DATE: Parameters<typeof jest.useFakeTimers>[0] = {
  doNotFake: [
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ],
};

interface Point {
  readonly at: string;
  readonly seconds: number;
  readonly requests: number;
  readonly client_errors: number;
  readonly server_errors: number;
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99', number | null>>;
  readonly cache: Readonly<Record<string, number>>;
  readonly queue: number | null;
}
interface History {
  readonly source: string;
  readonly processes: number;
  readonly points: readonly Point[];
}

function ask(url: string, token: string, query = ''): Promise<Answer<History>> {
  return callApi<History>(url, `GET /admin/stats/history${query}`, { token });
}

async function history(url: string, token: string, query = ''): Promise<History> {
  const { status, body } = await ask(url, token, query);
  expect(status).toBe(200);
  return body;
}

async function refuse(url: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    expect((await callApi(url, 'GET /auth/me', { token: 'not-a-token' })).status).toBe(401);
  }
}

function sumOf({ points }: History, value: (point: Point) => number | undefined): number {
  return points.reduce((sum, point) => sum + (value(point) ?? 0), 0);
}

describe('GET /admin/stats/history, of two replicas', () => {
  let postgres: OwnServer;
  let redis: OwnServer;
  let microservices: TestMicroservices;
  let pair: GatewayPair;
  let token: string;

  beforeAll(async () => {
    [postgres, redis, microservices] = await Promise.all([
      startPostgres(),
      startRedis(),
      TestMicroservices.start(),
    ]);
    pair = await GatewayPair.start(
      { databaseUrl: postgres.url, redisUrl: redis.url },
      { SERVICE_URLS: JSON.stringify(microservices.urls) },
    );
    token = (await pair.logIn(pair.here)).access_token;
  });

  afterAll(async () => {
    await pair.stop();
    await Promise.all([postgres.close(), redis.close(), microservices.stop()]);
  });

  it('is the sum of what both have done', async () => {
    await refuse(pair.here, 3);
    await refuse(pair.there, 2);
    const document = freshDocument();
    for (const url of [pair.here, pair.there]) {
      expect((await sendDocument(url, document, { token })).status).toBe(200);
    }
    // What the other one has done since its last report is not known before the next.
    await history(pair.there, token);
    const whole = await history(pair.here, token);
    expect([whole.source, whole.processes]).toEqual(['all', 2]);
    expect(sumOf(whole, ({ client_errors }) => client_errors)).toBe(5);
    // The second document finds what of the first one is in Redis by then.
    expect(sumOf(whole, ({ cache }) => (cache.miss ?? 0) + (cache.hit ?? 0))).toBe(10);
    const { p50, p95, p99 } = whole.points.at(-1)?.latency ?? {};
    expect(p50).toBeGreaterThan(0);
    expect(p95).toBeGreaterThanOrEqual(p50 ?? Infinity);
    expect(p99).toBeGreaterThanOrEqual(p95 ?? Infinity);
  });

  it('tells of jobs that are not over', async () => {
    const release = microservices.hold('ocr_extractor', 'POST /ocr');
    const { body } = await submit(pair.here, freshDocument(), { token });
    expect((await history(pair.there, token)).points.at(-1)?.queue).toBe(1);
    release();
    await jobIn('succeeded', { url: pair.here, token, id: body.id });
    const { points } = await history(pair.there, token);
    expect(points.at(-1)?.queue).toBe(0);
  });

  it('is that of one replica while Redis is away', async () => {
    await redis.stop();
    const own = await history(pair.here, token);
    expect([own.source, own.processes]).toEqual(['replica', 1]);
    expect(sumOf(own, ({ client_errors }) => client_errors)).toBe(3);
  });
});

describe('GET /admin/stats/history', () => {
  let gateway: TestGateway;
  let operator: string;

  beforeAll(async () => {
    gateway = await TestGateway.start({ env: { REDIS_URL: '' } });
    operator = await gateway.tokenOf('operator@example.com', 'operator');
  });
  afterAll(() => gateway.stop());
  afterEach(() => {
    jest.useRealTimers();
  });

  it('has a point for each minute, and forgets those of more than an hour ago', async () => {
    const start = Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS;
    jest.useFakeTimers({ ...ONLY_DATE, now: start });
    await history(gateway.url, operator);
    await refuse(gateway.url, 2);
    jest.setSystemTime(start + MINUTE_MS);
    await history(gateway.url, operator);
    await refuse(gateway.url, 1);
    const { points } = await history(gateway.url, operator, '?minutes=2');
    expect(points.map(({ at: time, client_errors }) => [time, client_errors])).toEqual([
      [new Date(start).toISOString(), 2],
      [new Date(start + MINUTE_MS).toISOString(), 1],
    ]);

    jest.setSystemTime(start + 60 * MINUTE_MS);
    // The former token is too old.
    const later = await gateway.tokenOf('later@example.com', 'operator');
    await history(gateway.url, later);
    const whole = await history(gateway.url, later);
    expect(whole.points.map(({ at }) => at)).toEqual([
      new Date(start + MINUTE_MS).toISOString(),
      new Date(start + 60 * MINUTE_MS).toISOString(),
    ]);
  });

  it.each(['0', '61', '100', '-1', '1.5', 'x', ''])('?minutes=%s is 422', async (minutes) => {
    expect((await ask(gateway.url, operator, `?minutes=${minutes}`)).status).toBe(422);
  });

  it('is for those who see the admin pages', async () => {
    const user = await gateway.tokenOf('user@example.com');
    expect((await ask(gateway.url, user)).status).toBe(403);
  });
});
