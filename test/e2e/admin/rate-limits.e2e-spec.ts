import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi } from '../../support/api-client.js';
import { ADMIN, GatewayPair } from '../../support/gateway-pair.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(90_000);

/** The empty body is looked at after the limits. */
const CLUSTER = 'POST /phase2/cluster';
const ADMITTED = 422;
const REFUSED = 429;

interface Limits {
  readonly subject: string;
  readonly limits: readonly { readonly name: string; readonly limit: number; readonly remaining: number }[];
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

let database: TestDatabase;
let redis: OwnServer;
let pair: GatewayPair;
let token: string;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  pair = await GatewayPair.start(
    { databaseUrl: database.url, redisUrl: redis.url },
    {
      REPLICA_COUNT: '2',
      IRIS__rate_limiting__default__limit: '40/hour',
      IRIS__rate_limiting__processing__limit: '4/hour',
    },
  );
  token = (await pair.logIn(pair.here)).access_token;
});

afterAll(async () => {
  await pair.stop();
  await Promise.all([database.drop(), redis.close()]);
});

function look(subject: string, url = pair.there): Promise<Answer<Limits>> {
  return callApi(url, `GET /admin/rate-limits/${subject}`, { token });
}

function reset(subject: string, url = pair.here): Promise<Answer<Limits>> {
  return callApi(url, `DELETE /admin/rate-limits/${subject}`, { token });
}

function remaining({ body }: Answer<Limits>): Record<string, number> {
  return Object.fromEntries(body.limits.map((limit) => [limit.name, limit.remaining]));
}

async function userWith(role: string): Promise<{ readonly id: string; readonly token: string }> {
  const email = `${role}-${randomUUID()}@example.com`;
  const body = { email, role, password: ADMIN.password };
  const { id } = (await callApi<{ id: string }>(pair.here, 'POST /admin/users', { token, body })).body;
  return { id, token: (await pair.logIn(pair.here, email)).access_token };
}

async function keyWith(
  rateLimit: string | undefined,
): Promise<{ readonly id: string; readonly key: string }> {
  const body = { name: 'a key', scopes: ['documents:read'], ...(rateLimit && { rate_limit: rateLimit }) };
  return (await callApi<{ id: string; key: string }>(pair.here, 'POST /auth/api-keys', { token, body })).body;
}

async function audited(subject: string): Promise<Record<string, unknown>[]> {
  const query = `action=rate_limit.reset&subject=${subject}`;
  return (await callApi<{ items: [] }>(pair.here, `GET /admin/audit-log?${query}`, { token })).body.items;
}

describe('a user', () => {
  it('is shown in every tier that counts by user, and is reset on every replica', async () => {
    const user = await userWith('user');
    const call = async (url: string): Promise<number> =>
      (await callApi(url, CLUSTER, { token: user.token, body: {} })).status;
    const statuses = [];
    for (const url of [...pair.both, ...pair.both, ...pair.both]) statuses.push(await call(url));
    expect(statuses).toEqual([ADMITTED, ADMITTED, ADMITTED, ADMITTED, REFUSED, REFUSED]);
    const before = await look(`user:${user.id}`);
    expect(before.body.subject).toBe(`user:${user.id}`);
    expect(remaining(before)).toEqual({ authenticated: 999_996, admin: 1_000_000, processing: 0 });

    const answer = await reset(`user:${user.id.toUpperCase()}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(remaining(answer)).toEqual({ authenticated: 1_000_000, admin: 1_000_000, processing: 4 });
    expect(await Promise.all(pair.both.map(call))).toEqual([ADMITTED, ADMITTED]);
    expect(await audited(`user:${user.id}`)).toMatchObject([
      { details: { authenticated: 4, admin: 0, processing: 4 } },
    ]);
  });

  it('of somebody else stays as it is', async () => {
    const [one, other] = [await userWith('user'), await userWith('user')];
    for (const { token: own } of [one, other]) await callApi(pair.here, CLUSTER, { token: own, body: {} });
    await reset(`user:${one.id}`);
    expect(remaining(await look(`user:${one.id}`)).processing).toBe(4);
    expect(remaining(await look(`user:${other.id}`)).processing).toBe(3);
  });
});

describe('an API key', () => {
  it('is shown with its own limit, and is reset', async () => {
    const { id, key } = await keyWith('2/hour');
    const call = async (url: string): Promise<number> =>
      (await callApi(url, 'GET /jobs', { apiKey: key })).status;
    for (const status of [200, 200, REFUSED]) expect(await call(pair.here)).toBe(status);
    expect((await look(`key:${id}`)).body.limits).toMatchObject([
      { name: 'api_key', limit: 2, remaining: 0 },
    ]);
    expect(remaining(await reset(`key:${id}`))).toEqual({ api_key: 2 });
    expect(await call(pair.there)).toBe(200);
    expect(await audited(`api_key:${id}`)).toMatchObject([{ details: { api_key: 2 } }]);
  });

  it('without a limit of its own has none', async () => {
    const { id } = await keyWith(undefined);
    expect((await look(`key:${id}`)).body.limits).toEqual([]);
    expect((await reset(`key:${id}`)).status).toBe(200);
  });
});

describe('an address', () => {
  it('is shown with what is counted for its network, and is reset', async () => {
    const call = async (url: string): Promise<number> =>
      (await callApi(url, 'GET /auth/me', { token: 'not-a-token' })).status;
    await waitFor(async () => (await call(pair.there)) === REFUSED, 'the address is refused');
    expect(remaining(await look('ip:127.0.0.1'))).toEqual({ default: 0 });
    expect(remaining(await reset('ip:::ffff:127.0.0.1'))).toEqual({ default: 40 });
    expect(await Promise.all(pair.both.map(call))).toEqual([401, 401]);
    expect(remaining(await look('ip:2001:db8::7'))).toEqual({ default: 40 });
  });
});

describe('GET /admin/rate-limits', () => {
  interface Near {
    readonly subject: string;
    readonly email: string | null;
    readonly limit: { readonly name: string; readonly limit: number; readonly remaining: number };
  }

  async function near(): Promise<readonly Near[]> {
    const { status, body } = await callApi<{ items: Near[] }>(pair.here, 'GET /admin/rate-limits', { token });
    expect(status).toBe(200);
    return body.items;
  }

  it('tells who has used half of a limit or more, as it is now, the nearest first', async () => {
    const [calm, half, full] = [await userWith('user'), await userWith('user'), await userWith('user')];
    const { id: keyId, key } = await keyWith('4/hour');
    const cluster = async (own: string, times: number): Promise<void> => {
      for (let n = 0; n < times; n += 1) await callApi(pair.here, CLUSTER, { token: own, body: {} });
    };
    await cluster(calm.token, 1);
    await cluster(half.token, 2);
    await cluster(full.token, 5);
    for (let n = 0; n < 3; n += 1) await callApi(pair.here, 'GET /jobs', { apiKey: key });
    const ours = new Set([`user:${calm.id}`, `user:${half.id}`, `user:${full.id}`, `key:${keyId}`]);
    const found = (await near()).filter(({ subject }) => ours.has(subject));
    expect(found).toMatchObject([
      { subject: `user:${full.id}`, limit: { name: 'processing', limit: 4, remaining: 0 } },
      { subject: `key:${keyId}`, email: null, limit: { name: 'api_key', limit: 4, remaining: 1 } },
      { subject: `user:${half.id}`, limit: { name: 'processing', limit: 4, remaining: 2 } },
    ]);
    expect(found[0]?.email).toMatch(/^user-.*@example\.com$/);

    await reset(`user:${full.id}`, pair.there);
    expect((await near()).map(({ subject }) => subject)).not.toContain(`user:${full.id}`);
  });

  it('tells of addresses, by a name that can be asked for', async () => {
    const refused = (): Promise<Answer<unknown>> =>
      callApi(pair.here, 'GET /auth/me', { token: 'not-a-token' });
    await waitFor(async () => (await refused()).status === REFUSED, 'the address is refused');
    const found = (await near()).find(({ subject }) => subject.startsWith('ip:'));
    expect(found).toMatchObject({ email: null, limit: { name: 'default', limit: 40, remaining: 0 } });
    expect(remaining(await reset(found?.subject ?? ''))).toEqual({ default: 40 });
  });
});

describe('while Redis does not answer', () => {
  it('503, and nothing on record; later what each replica had counted alone is forgotten as well', async () => {
    const { id, key } = await keyWith('8/hour');
    const left = async (url: string): Promise<string | undefined> => {
      const { headers } = await callApi(url, 'GET /jobs', { apiKey: key });
      return /"api_key";r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
    };
    // Half of it each, from zero.
    const isAlone = async (url: string): Promise<boolean> =>
      (await callApi(url, 'GET /jobs', { apiKey: key })).headers
        .get('ratelimit-policy')
        ?.includes('"api_key";q=4;') ?? false;
    await redis.pause();
    for (const url of pair.both) await waitFor(() => isAlone(url), 'the replica is alone');
    expect((await reset(`key:${id}`)).body.code).toBe('REDIS_UNAVAILABLE');
    await redis.resume();
    for (const url of pair.both) await waitFor(async () => !(await isAlone(url)), 'Redis is back', 15_000);
    await waitFor(async () => (await reset(`key:${id}`)).status === 200, 'it is reset');
    expect((await audited(`api_key:${id}`)).length).toBe(1);
    await redis.pause();
    for (const url of pair.both) {
      await waitFor(async () => (await callApi(url, 'GET /limits', { apiKey: key })).status === 200, 'asked');
      expect(await left(url)).toBe('3');
    }
    await redis.resume();
  });
});

describe('what is no subject', () => {
  it.each(['user:1', 'ana', 'user:', 'ip:localhost', 'ip:127.0.0.1%2f8', `key:${randomUUID()}x`, ':', 'ip:'])(
    '%s › 422',
    async (subject) => {
      for (const answer of [await look(subject), await reset(subject)]) {
        expect([answer.status, answer.body.code]).toEqual([422, 'VALIDATION_FAILED']);
      }
    },
  );

  it('a user or key that is not there › 404', async () => {
    const { id: user } = await userWith('user');
    const { id: key } = await keyWith('2/hour');
    for (const subject of [`user:${randomUUID()}`, `key:${randomUUID()}`, `user:${key}`, `key:${user}`]) {
      for (const answer of [await look(subject), await reset(subject)]) {
        expect([answer.status, answer.body.code]).toEqual([404, 'PRINCIPAL_NOT_FOUND']);
      }
    }
  });

  it('an operator › sees limits and resets none', async () => {
    const operator = await userWith('operator');
    const route = `/admin/rate-limits/user:${operator.id}`;
    expect((await callApi(pair.here, `GET ${route}`, { token: operator.token })).status).toBe(200);
    expect((await callApi(pair.here, `DELETE ${route}`, { token: operator.token })).status).toBe(403);
    expect(await audited(`user:${operator.id}`)).toEqual([]);
  });
});
