import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';

import { type Answer, callApi } from '../support/api-client.js';
import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import { seededRandom } from '../support/seeded-random.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(120_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
/** The limits let it pass: the empty body is looked at after them. */
const ADMITTED = 422;
const REFUSED = 429;
const ROUTE = 'POST /phase2/cluster';
const REPLICAS = 2;

interface Replica {
  readonly gateway: GatewayProcess;
  readonly url: string;
  readonly metricsUrl: string;
}

let database: TestDatabase;
let redis: OwnServer;
let control: Redis;
let folder: ReturnType<typeof temporaryFolder>;
let replicas: readonly Replica[] = [];
let token: string;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  control = new Redis(redis.url, { maxRetriesPerRequest: null });
  control.on('error', () => undefined);
  folder = temporaryFolder();
  const env = {
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    REPLICA_COUNT: String(REPLICAS),
  };
  replicas = await Promise.all(Array.from({ length: REPLICAS }, () => startReplica(env)));
  const answer = await callApi<{ access_token: string }>(urlOf(0), 'POST /auth/login', { body: ADMIN });
  token = answer.body.access_token;
});

afterAll(async () => {
  control.disconnect();
  await Promise.all(replicas.map(({ gateway }) => gateway.kill()));
  await Promise.all([database.drop(), redis.close()]);
  folder.remove();
});

async function startReplica(env: Readonly<Record<string, string>>): Promise<Replica> {
  const gateway = new GatewayProcess(env);
  const { url, metricsUrl } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  return { gateway, url, metricsUrl };
}

function urlOf(index: number): string {
  return replicas[index % REPLICAS]?.url ?? '';
}

async function keyWith(rateLimit: string): Promise<string> {
  const body = { name: rateLimit, scopes: ['documents:process'], rate_limit: rateLimit };
  return (await callApi<{ key: string }>(urlOf(0), 'POST /auth/api-keys', { token, body })).body.key;
}

function call(replica: number, apiKey: string): Promise<Answer<unknown>> {
  return callApi(urlOf(replica), ROUTE, { apiKey, body: {} });
}

/** So many calls, from some clients at once, each to the replica that chance picks. */
async function demand(calls: number, clients: number, send: () => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  let left = calls;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      statuses.push(await send());
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return statuses;
}

function count(statuses: readonly number[], status: number): number {
  return statuses.filter((it) => it === status).length;
}

describe('two replicas that share a Redis', () => {
  const random = seededRandom(20_261_124);
  const rounds = Array.from({ length: 12 }, () => ({
    limit: 1 + Math.floor(random() * 60),
    calls: 1 + Math.floor(random() * 120),
    clients: 1 + Math.floor(random() * 16),
  }));

  it.each(rounds)('admit exactly what they may: %j', async ({ limit, calls, clients }) => {
    const key = await keyWith(`${limit}/hour`);
    const statuses = await demand(
      calls,
      clients,
      async () => (await call(random() < 0.5 ? 0 : 1, key)).status,
    );
    expect(count(statuses, ADMITTED)).toBe(Math.min(limit, calls));
    expect(count(statuses, REFUSED)).toBe(Math.max(0, calls - limit));
  });

  it('never admit more than the limit within a second, and go on admitting in the next ones', async () => {
    const [limit, windowMs] = [5, 1_000];
    const key = await keyWith(`${limit}/second`);
    const admitted: { readonly from: number; readonly to: number }[] = [];
    const endsAt = performance.now() + 3_500;
    const client = async (replica: number): Promise<void> => {
      while (performance.now() < endsAt) {
        const from = performance.now();
        const { status } = await call(replica, key);
        if (status === ADMITTED) admitted.push({ from, to: performance.now() });
      }
    };
    await Promise.all([client(0), client(1), client(0), client(1)]);
    // What was certainly decided within one window: begun after its start, answered before its end.
    for (const { from: start } of admitted) {
      const within = admitted.filter(({ from, to }) => from >= start && to < start + windowMs);
      expect(within.length).toBeLessThanOrEqual(limit);
    }
    expect(admitted.length).toBeGreaterThan(2 * limit);
  });
});

describe('Redis that fails', () => {
  const faults: Readonly<Record<string, { make(): Promise<unknown>; mend(): Promise<unknown> }>> = {
    killed: { make: () => redis.stop(), mend: () => redis.start() },
    hanging: { make: () => redis.pause(), mend: () => redis.resume() },
    'read-only': {
      make: () => control.replicaof('127.0.0.1', 1),
      mend: () => control.replicaof('NO', 'ONE'),
    },
    full: {
      make: () => control.config('SET', 'maxmemory', '1'),
      mend: () => control.config('SET', 'maxmemory', '0'),
    },
  };

  it('or not yet › decisions are counted by tier and outcome', async () => {
    const key = await keyWith('1/hour');
    await demand(3, 1, async () => (await call(0, key)).status);
    const text = await (await fetch(replicas[0]?.metricsUrl ?? '')).text();
    for (const labels of ['tier="admin",outcome="admitted"', 'tier="api_key",outcome="refused"']) {
      expect(text).toMatch(new RegExp(`^iris_rate_limit_decisions_total\\{${labels}\\} [1-9]`, 'm'));
    }
    expect(text).not.toContain('tier="admin",outcome="refused"');
    expect(await gauges()).toEqual(['0', '0']);
  });

  async function gauges(): Promise<string[]> {
    const texts = await Promise.all(replicas.map(async ({ metricsUrl }) => (await fetch(metricsUrl)).text()));
    return texts.map((text) => /^iris_rate_limit_degraded (\d)$/m.exec(text)?.[1] ?? 'missing');
  }

  /** Calls both replicas, again and again, until it is told to stop. */
  function load(key: string): { stop(): Promise<{ statuses: number[]; milliseconds: number[] }> } {
    const statuses: number[] = [];
    const milliseconds: number[] = [];
    let isOver = false;
    const client = async (replica: number): Promise<void> => {
      while (!isOver) {
        const startedAt = performance.now();
        statuses.push((await call(replica, key)).status);
        milliseconds.push(performance.now() - startedAt);
      }
    };
    const clients = Promise.all([client(0), client(1), client(0), client(1)]);
    return {
      stop: async () => {
        isOver = true;
        await clients;
        return { statuses, milliseconds };
      },
    };
  }

  it.each(Object.keys(faults))(
    '%s under load › no failure, limits go on, and are shared again after it',
    async (name) => {
      const fault = faults[name]!;
      const [unlimited, nine] = [await keyWith('1000000/hour'), await keyWith('9/hour')];
      await Promise.all([call(0, nine), call(1, nine), call(0, unlimited), call(1, unlimited)]);
      const running = load(unlimited);
      await fault.make();
      await waitFor(
        async () => (await gauges()).every((value) => value === '1'),
        'both replicas are alone',
        10_000,
      );
      // Each has its share of nine, from zero.
      for (const replica of [0, 1]) {
        const { headers } = await call(replica, nine);
        expect(headers.get('ratelimit')).toContain('"api_key";r=4;t=3600');
        expect(headers.get('ratelimit-policy')).toContain('"api_key";q=5;w=3600');
        const statuses = await demand(9, 3, async () => (await call(replica, nine)).status);
        expect(count(statuses, ADMITTED)).toBe(4);
      }
      await fault.mend();
      await waitFor(
        async () => (await gauges()).every((value) => value === '0'),
        'limits are shared again',
        15_000,
      );
      const { statuses, milliseconds } = await running.stop();
      expect(new Set(statuses)).toEqual(new Set([ADMITTED]));
      const median = milliseconds.sort((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? 0;
      expect(median).toBeLessThan(100);
      // A Redis that was killed has forgotten; one that was hanging may do late what nobody waits for any more.
      const left = await demand(20, 4, async () => (await call(Math.random() < 0.5 ? 0 : 1, nine)).status);
      const admitted = count(left, ADMITTED);
      expect(admitted).toBeLessThanOrEqual(name === 'killed' ? 9 : 7);
      expect(admitted).toBeGreaterThanOrEqual(name === 'hanging' ? 1 : 7);
    },
  );

  it('is told in one line when it begins, and in one when it is over', async () => {
    const outputs = await Promise.all(
      replicas.map(async ({ gateway }) => {
        gateway.signal('SIGTERM');
        return (await gateway.end()).output;
      }),
    );
    for (const output of outputs) {
      const begins = output.match(/Redis does not answer: this replica limits on its own/g) ?? [];
      const ends = output.match(/Redis answers: limits are shared again/g) ?? [];
      expect(ends.length).toBe(begins.length);
      expect(begins.length).toBeGreaterThanOrEqual(Object.keys(faults).length);
      expect(begins.length).toBeLessThan(20);
    }
  });
});
