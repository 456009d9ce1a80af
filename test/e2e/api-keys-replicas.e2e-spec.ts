import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi, type CallOptions } from '../support/api-client.js';
import { GatewayProcess, type ProcessEnd, temporaryFolder } from '../support/gateway-process.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(90_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
/** 422 says that the guards let it pass: the empty body is looked at after them. */
const PASSED = 422;

interface KeyBody {
  readonly id: string;
  readonly key: string;
}

let database: TestDatabase;
let redis: OwnServer;
let folder: ReturnType<typeof temporaryFolder>;
let processes: GatewayProcess[] = [];
let here: string;
let there: string;
let token: string;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  folder = temporaryFolder();
  const env = {
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'TRACE',
  };
  processes = [new GatewayProcess(env), new GatewayProcess(env)];
  const ready = await Promise.all(processes.map((gateway) => gateway.ready()));
  [here = '', there = ''] = ready.map(({ url }) => url);
  for (const url of [here, there]) {
    await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  }
  const { body } = await callApi<{ access_token: string }>(here, 'POST /auth/login', { body: ADMIN });
  token = body.access_token;
});

afterAll(async () => {
  await Promise.all(processes.map((gateway) => gateway.kill()));
  await Promise.all([database.drop(), redis.close()]);
  folder.remove();
});

const callHere = (route: string, options: CallOptions = {}): Promise<Answer<KeyBody>> =>
  callApi<KeyBody>(here, route, { token, ...options });

async function makeKey(): Promise<KeyBody> {
  const body = { name: 'replicas', scopes: ['documents:process'] };
  return (await callHere('POST /auth/api-keys', { body })).body;
}

async function statusThere(apiKey: string): Promise<number> {
  return (await callApi(there, 'POST /phase2/cluster', { apiKey, body: {} })).status;
}

/** Milliseconds until the other replica refuses the key. */
async function refusedAfter(apiKey: string, timeoutMs: number): Promise<number> {
  const startedAt = performance.now();
  await waitFor(async () => (await statusThere(apiKey)) === 401, 'it is refused there', timeoutMs);
  return performance.now() - startedAt;
}

describe('a key that another replica knows', () => {
  it('stops working there within a second when it is revoked here', async () => {
    const { id, key } = await makeKey();
    expect(await statusThere(key)).toBe(PASSED);
    expect((await callHere(`DELETE /auth/api-keys/${id}`)).status).toBe(204);
    expect(await refusedAfter(key, 5_000)).toBeLessThan(1_000);
  });

  it('stops working there within a second when it is rotated here without an overlap', async () => {
    const { id, key } = await makeKey();
    expect(await statusThere(key)).toBe(PASSED);
    const { body } = await callHere(`POST /auth/api-keys/${id}/rotate`, { body: { overlap_seconds: 0 } });
    expect(await refusedAfter(key, 5_000)).toBeLessThan(1_000);
    expect(await statusThere(body.key)).toBe(PASSED);
  });

  it('is asked for again when Redis comes back, because the news may have been missed', async () => {
    const { id, key } = await makeKey();
    expect(await statusThere(key)).toBe(PASSED);
    await redis.stop();
    expect((await callHere(`DELETE /auth/api-keys/${id}`)).status).toBe(204);
    await redis.start();
    await refusedAfter(key, 10_000);
  });

  it('stops working there without Redis as well, before the minute is over', async () => {
    const { id, key } = await makeKey();
    expect(await statusThere(key)).toBe(PASSED);
    await redis.stop();
    expect((await callHere(`DELETE /auth/api-keys/${id}`)).status).toBe(204);
    expect(await refusedAfter(key, 30_000)).toBeLessThan(20_000);
    await redis.start();
  });
});

describe('two replicas that end', () => {
  it('have noted the last use, and have written no key to their logs', async () => {
    const { id, key } = await makeKey();
    const startedAt = Date.now();
    expect(await statusThere(key)).toBe(PASSED);
    await callApi(there, `POST /phase2/cluster?api_key=${key}`, { body: {} });
    await callApi(there, `POST /nothing/${key}?key=${key}`, { apiKey: key, body: { key } });
    await callApi(there, 'POST /auth/api-keys', { apiKey: key, body: { name: key, scopes: [] } });
    await callApi(there, 'POST /phase2/cluster', { apiKey: `${key}x`, body: {} });
    const ends = await Promise.all(processes.map((gateway) => endOf(gateway)));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const output = ends.map((end) => end.output).join('\n');
    expect(output).toContain('/phase2/cluster');
    expect(output).not.toContain(key);
    expect(output).not.toContain(key.split('_')[3]);
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ last_used_at: Date }>('SELECT last_used_at FROM api_keys WHERE id = $1', [id]),
    );
    expect(rows[0]?.last_used_at.getTime()).toBeGreaterThanOrEqual(startedAt);
  });
});

async function endOf(gateway: GatewayProcess): Promise<ProcessEnd> {
  gateway.signal('SIGTERM');
  return gateway.end();
}
