import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi } from '../../support/api-client.js';
import { ADMIN, GatewayPair } from '../../support/gateway-pair.js';
import { TestMicroservices } from '../../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(90_000);

const SERVICE = 'ml_classifier';
const CALL = `GET /services/${SERVICE}/health`;
const BREAKER = `POST /admin/services/${SERVICE}/breaker`;
const FAILURES = 2;

interface Service {
  readonly name: string;
  readonly breaker: string;
  readonly isolation: { readonly since: string; readonly by: string } | null;
  readonly retry_budget: { readonly left: number; readonly of: number };
  readonly policy: Readonly<Record<string, unknown>>;
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

let microservices: TestMicroservices;
let database: TestDatabase;
let redis: OwnServer;
let pair: GatewayPair;
let token: string;

beforeAll(async () => {
  [microservices, database, redis] = await Promise.all([
    TestMicroservices.start(),
    createTestDatabase(),
    startRedis(),
  ]);
  pair = await GatewayPair.start(
    { databaseUrl: database.url, redisUrl: redis.url },
    {
      SERVICE_URLS: JSON.stringify(microservices.urls),
      [`IRIS__services__${SERVICE}__circuit_breaker__failure_threshold`]: String(FAILURES),
      [`IRIS__services__${SERVICE}__circuit_breaker__recovery_timeout`]: '600',
      [`IRIS__services__${SERVICE}__max_retries`]: '0',
    },
  );
  token = (await pair.logIn(pair.here)).access_token;
});

afterEach(async () => {
  await microservices.reset();
  await set('reset');
});

afterAll(async () => {
  await pair.stop();
  await Promise.all([database.drop(), redis.close(), microservices.stop()]);
});

function set(action: string, url = pair.here): Promise<Answer<Service & Problem>> {
  return callApi(url, BREAKER, { token, body: { action } });
}

async function serviceAt(url: string): Promise<Service> {
  const { body } = await callApi<{ services: Service[] }>(url, 'GET /admin/services', { token });
  return body.services.find(({ name }) => name === SERVICE)!;
}

async function call(url: string): Promise<number> {
  return (await callApi(url, CALL, { token })).status;
}

async function breakerIs(state: string, url: string): Promise<void> {
  await waitFor(async () => (await serviceAt(url)).breaker === state, `the breaker is ${state}`, 10_000);
}

async function entries(action: string): Promise<Record<string, unknown>[]> {
  const query = `action=${action}&subject=service:${SERVICE}`;
  return (await callApi<{ items: [] }>(pair.here, `GET /admin/audit-log?${query}`, { token })).body.items;
}

describe('GET /admin/services', () => {
  it('the policy from the configuration, and what is left of the retries', async () => {
    const { policy, retry_budget: budget, isolation, breaker } = await serviceAt(pair.there);
    expect({ isolation, breaker }).toEqual({ isolation: null, breaker: 'closed' });
    expect(budget).toEqual({ left: 20, of: 20 });
    expect(policy).toMatchObject({
      timeout: 45,
      max_retries: 0,
      retry_delay: 1.5,
      circuit_breaker: { failure_threshold: FAILURES, recovery_timeout: 600 },
      bulkhead: { max_concurrent: 64, max_queue: 128, max_wait_seconds: 5 },
      balancing: 'least_request',
      training_paths: ['/train'],
    });
    expect(policy).not.toHaveProperty('url');
  });
});

describe('POST /admin/services/{service}/breaker', () => {
  it('isolate › no replica calls it, until it is reset', async () => {
    const { status, body } = await set('isolate');
    expect([status, body.breaker, body.isolation?.by]).toEqual([200, 'isolated', expect.any(String)]);
    await breakerIs('isolated', pair.there);
    for (const url of pair.both) {
      const refused = await callApi<Problem>(url, CALL, { token });
      expect([refused.status, refused.body.code]).toEqual([503, 'UPSTREAM_BREAKER_OPEN']);
      expect(refused.headers.get('retry-after')).toBe('600');
    }
    expect(await serviceAt(pair.there)).toMatchObject({ isolation: { by: body.isolation?.by } });
    expect((await set('reset', pair.there)).body.breaker).toBe('closed');
    await breakerIs('closed', pair.here);
    expect(await Promise.all(pair.both.map(call))).toEqual([200, 200]);
  });

  it('reset › closes a breaker that has opened by itself, on every replica, with nothing counted', async () => {
    await microservices.down(SERVICE);
    for (const url of pair.both) {
      for (let n = 0; n < FAILURES; n += 1) expect(await call(url)).toBe(502);
      await breakerIs('open', url);
    }
    expect((await set('reset')).body.breaker).toBe('closed');
    await breakerIs('closed', pair.there);
    // As many failures as at first open it again, and no fewer.
    for (let n = 0; n < FAILURES; n += 1) expect(await call(pair.there)).toBe(502);
    expect(await call(pair.there)).toBe(503);
  });

  it('a replica that starts later, or has missed the event › learns it', async () => {
    await redis.pause();
    expect((await set('isolate')).status).toBe(200);
    await breakerIs('isolated', pair.there);
    await redis.resume();
    const late = await pair.addReplica();
    await breakerIs('isolated', late);
    expect(await call(late)).toBe(503);
    await set('reset', late);
    for (const url of pair.both) await breakerIs('closed', url);
  });

  it('is on record', async () => {
    const before = await Promise.all(['breaker.isolated', 'breaker.reset'].map(entries));
    const { body } = await callApi<{ id: string }>(pair.here, 'GET /auth/me', { token });
    await set('isolate');
    await set('reset');
    for (const [index, action] of ['breaker.isolated', 'breaker.reset'].entries()) {
      const after = await entries(action);
      expect(after.length - (before[index]?.length ?? 0)).toBe(1);
      const expected = { actor_id: body.id, details: { before: index === 0 ? 'closed' : 'isolated' } };
      expect(after[0]).toMatchObject(expected);
    }
  });

  it('another action, another member, another service › refused', async () => {
    for (const body of [{ action: 'open' }, {}, { action: 'reset', force: true }]) {
      const answer = await callApi<Problem>(pair.here, BREAKER, { token, body });
      expect([answer.status, answer.body.code]).toEqual([422, 'VALIDATION_FAILED']);
    }
    for (const name of ['nobody', randomUUID(), '__proto__']) {
      const route = `POST /admin/services/${name}/breaker`;
      const answer = await callApi<Problem>(pair.here, route, { token, body: { action: 'isolate' } });
      expect([answer.status, answer.body.code]).toEqual([404, 'SERVICE_UNKNOWN']);
    }
  });

  it('an operator › sees it and changes nothing', async () => {
    const email = 'operator@example.com';
    const created = await callApi(pair.here, 'POST /admin/users', {
      token,
      body: { email, password: ADMIN.password, role: 'operator' },
    });
    expect(created.status).toBe(201);
    const operator = (await pair.logIn(pair.here, email)).access_token;
    expect((await callApi(pair.here, 'GET /admin/services', { token: operator })).status).toBe(200);
    const refused = await callApi(pair.here, BREAKER, { token: operator, body: { action: 'isolate' } });
    expect(refused.status).toBe(403);
    expect((await serviceAt(pair.here)).breaker).toBe('closed');
  });
});
