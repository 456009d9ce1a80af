import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';

import { callApi, type CallOptions } from '../support/api-client.js';
import {
  ADMIN,
  GatewayPair,
  PERSON_PASSWORD,
  statusOf,
  timed,
  type Tokens,
} from '../support/gateway-pair.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const FREE_ATTEMPTS = 5;
/** Needs a scope, and no store; the empty body is looked at after the guards: 422. */
const ROUTE = 'POST /phase2/cluster';
const PASSED = 422;
const RECOVERY_MS = 5_000;

type Credential = Pick<CallOptions, 'token' | 'apiKey'>;

let database: TestDatabase;
let redis: OwnServer;
let pair: GatewayPair;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  pair = await GatewayPair.start(
    { databaseUrl: database.url, redisUrl: redis.url },
    {
      IRIS__auth__login_throttle__free_attempts_per_account: String(FREE_ATTEMPTS),
      IRIS__auth__login_throttle__free_attempts_per_address: '100000',
    },
  );
});

afterAll(async () => {
  await pair.stop();
  await Promise.all([database.drop(), redis.close()]);
});

/** Commands to the server itself, on a connection of their own. */
async function command(name: string, ...args: string[]): Promise<void> {
  const client = new Redis(redis.url, { retryStrategy: () => null });
  try {
    await client.call(name, ...args);
  } finally {
    client.disconnect();
  }
}

interface Fault {
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Whether it still carries messages from one replica to the other. */
  readonly carriesNews: boolean;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  hangs: { begin: () => redis.pause(), end: () => redis.resume(), carriesNews: false },
  'is gone': { begin: () => redis.stop(), end: () => redis.start(), carriesNews: false },
  'is read-only': {
    // Nobody listens on port 1: it goes on looking for its master, and takes no writes meanwhile.
    begin: () => command('REPLICAOF', '127.0.0.1', '1'),
    end: () => command('REPLICAOF', 'NO', 'ONE'),
    carriesNews: true,
  },
  'is out of memory': {
    begin: () => command('CONFIG', 'SET', 'maxmemory', '1'),
    end: () => command('CONFIG', 'SET', 'maxmemory', '0'),
    carriesNews: true,
  },
};

const ask = (url: string, credential: Credential): Promise<number> =>
  statusOf(url, ROUTE, { ...credential, body: {} });

const refresh = (url: string, token: string): ReturnType<typeof callApi<Tokens>> =>
  callApi<Tokens>(url, 'POST /auth/refresh', { body: { refresh_token: token } });

async function makeKey(url: string, token: string): Promise<{ id: string; key: string }> {
  const body = { name: 'faults', scopes: ['documents:process'] };
  const answer = await callApi<{ id: string; key: string }>(url, 'POST /auth/api-keys', { token, body });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function refusedThereWithin(ms: number, credential: Credential): Promise<void> {
  const startedAt = performance.now();
  await waitFor(async () => (await ask(pair.there, credential)) === 401, 'refused there', 10_000);
  expect(performance.now() - startedAt).toBeLessThan(ms);
}

/** News of a logout arrive at once, and so do those of a revoked key. */
async function newsTravel(): Promise<boolean> {
  const { access_token: token } = await pair.logIn(pair.here);
  const { id, key } = await makeKey(pair.here, (await pair.logIn(pair.here)).access_token);
  const seen = await Promise.all([ask(pair.there, { token }), ask(pair.there, { apiKey: key })]);
  expect(seen).toEqual([PASSED, PASSED]);
  expect(await statusOf(pair.here, `DELETE /auth/api-keys/${id}`, { token })).toBe(204);
  expect(await statusOf(pair.here, 'POST /auth/logout', { token })).toBe(204);
  const startedAt = performance.now();
  while (performance.now() - startedAt < 1_000) {
    const now = await Promise.all([ask(pair.there, { token }), ask(pair.there, { apiKey: key })]);
    if (now.every((status) => status === 401)) return true;
  }
  return false;
}

async function isNormalAgain(): Promise<void> {
  const endedAt = performance.now();
  await waitFor(newsTravel, 'news travel again', 2 * RECOVERY_MS);
  expect(performance.now() - endedAt).toBeLessThan(RECOVERY_MS);
}

describe.each(Object.entries(FAULTS))('a Redis that %s', (_name, fault) => {
  let isOver = true;

  const begin = async (): Promise<void> => {
    isOver = false;
    await fault.begin();
  };
  const end = async (): Promise<void> => {
    if (!isOver) await fault.end();
    isOver = true;
  };

  afterEach(async () => {
    await end();
    await isNormalAgain();
  });

  it('keeps nobody out, and hardly delays anybody', async () => {
    const known = await pair.logIn(pair.here);
    const { key: apiKey } = await makeKey(pair.here, known.access_token);
    const credentials = [{ token: known.access_token }, { apiKey }];
    for (const credential of credentials) expect(await ask(pair.there, credential)).toBe(PASSED);
    const { access_token: unseen } = await pair.logIn(pair.here);
    await begin();
    for (let round = 0; round < 10; round += 1) {
      for (const credential of [...credentials, { token: unseen }]) {
        const answer = await timed(() => callApi(pair.there, ROUTE, { ...credential, body: {} }));
        expect(answer.status).toBe(PASSED);
        expect(answer.ms).toBeLessThan(1_000);
      }
    }
    for (const url of pair.both) {
      const { status, body, ms } = await timed(() => refresh(url, known.refresh_token));
      expect({ status, isQuick: ms < 2_000 }).toEqual({ status: 200, isQuick: true });
      const login = await timed(() => callApi<Tokens>(url, 'POST /auth/login', { body: ADMIN }));
      expect({ status: login.status, isQuick: login.ms < 2_000 }).toEqual({ status: 200, isQuick: true });
      for (const token of [body.access_token, login.body.access_token]) {
        expect(await Promise.all(pair.both.map((replica) => ask(replica, { token })))).toEqual([
          PASSED,
          PASSED,
        ]);
      }
      expect(await ask(pair.here, { apiKey: (await makeKey(url, body.access_token)).key })).toBe(PASSED);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }
  });

  it('brings nothing back that has been ended, now or later', async () => {
    const before = await pair.logIn(pair.here);
    const [known, unseen] = [await pair.logIn(pair.here), await pair.logIn(pair.here)];
    const { id, key: apiKey } = await makeKey(pair.here, before.access_token);
    expect(await ask(pair.there, { token: known.access_token })).toBe(PASSED);
    expect(await ask(pair.there, { token: before.access_token })).toBe(PASSED);
    expect(await ask(pair.there, { apiKey })).toBe(PASSED);
    expect(await statusOf(pair.here, 'POST /auth/logout', { token: before.access_token })).toBe(204);
    await refusedThereWithin(1_000, { token: before.access_token });
    await begin();
    const owner = (await pair.logIn(pair.here)).access_token;
    // Enough that fails for the replica to know about its Redis.
    await Promise.all(Array.from({ length: 4 }, () => pair.logIn(pair.here)));
    for (const { access_token: token } of [known, unseen]) {
      expect(await statusOf(pair.here, 'POST /auth/logout', { token })).toBe(204);
      expect(await ask(pair.here, { token })).toBe(401);
    }
    expect(await statusOf(pair.here, `DELETE /auth/api-keys/${id}`, { token: owner })).toBe(204);
    expect(await ask(pair.here, { apiKey })).toBe(401);
    expect(await ask(pair.there, { token: before.access_token })).toBe(401);
    expect(await ask(pair.there, { token: unseen.access_token })).toBe(401);
    const ended = [{ token: known.access_token }, { apiKey }];
    if (fault.carriesNews) for (const credential of ended) await refusedThereWithin(1_000, credential);
    await end();
    for (const credential of ended) await refusedThereWithin(RECOVERY_MS, credential);
    for (const { access_token: token, refresh_token } of [before, known, unseen]) {
      for (const url of pair.both) expect(await ask(url, { token })).toBe(401);
      expect((await refresh(pair.there, refresh_token)).status).toBe(401);
    }
  });

  it('does not open the door to those who guess', async () => {
    await begin();
    for (const url of pair.both) {
      const body = { email: `${randomUUID()}@iris.example.com`, password: 'not the password' };
      const statuses: number[] = [];
      for (let i = 0; i < FREE_ATTEMPTS + 3; i += 1)
        statuses.push(await statusOf(url, 'POST /auth/login', { body }));
      expect(statuses.slice(0, FREE_ATTEMPTS)).toEqual(Array.from({ length: FREE_ATTEMPTS }, () => 401));
      expect(statuses.at(-1)).toBe(429);
    }
  });
});

describe('a Redis that loses its data', () => {
  it('brings no ended session back, and ends none', async () => {
    const [live, ended, unseen] = [
      await pair.logIn(pair.here),
      await pair.logIn(pair.here),
      await pair.logIn(pair.here),
    ];
    const { id, key: apiKey } = await makeKey(pair.here, live.access_token);
    const { key: liveKey } = await makeKey(pair.here, live.access_token);
    expect(await ask(pair.there, { token: ended.access_token })).toBe(PASSED);
    for (const { access_token: token } of [ended, unseen])
      expect(await statusOf(pair.here, 'POST /auth/logout', { token })).toBe(204);
    const options = { token: live.access_token };
    expect(await statusOf(pair.here, `DELETE /auth/api-keys/${id}`, options)).toBe(204);
    await refusedThereWithin(1_000, { token: ended.access_token });
    await command('FLUSHALL');
    for (const url of pair.both) {
      for (const token of [ended.access_token, unseen.access_token])
        expect(await ask(url, { token })).toBe(401);
      expect(await ask(url, { apiKey })).toBe(401);
      expect(await ask(url, { apiKey: liveKey })).toBe(PASSED);
      expect(await ask(url, { token: live.access_token })).toBe(PASSED);
    }
    expect((await refresh(pair.there, ended.refresh_token)).status).toBe(401);
    expect((await refresh(pair.there, live.refresh_token)).status).toBe(200);
    await isNormalAgain();
  });

  it('lets no replica that asks at that moment bring a disabled user back', async () => {
    const admin = (await pair.logIn(pair.here)).access_token;
    for (let round = 0; round < 8; round += 1) {
      const body = { email: `${randomUUID()}@iris.example.com`, role: 'operator', password: PERSON_PASSWORD };
      const user = await callApi<{ id: string }>(pair.here, 'POST /admin/users', { token: admin, body });
      const tokens: string[] = [];
      for (let i = 0; i < 40; i += 1)
        tokens.push((await pair.logIn(pair.here, body.email, body.password)).access_token);
      // Now the other replica has to ask PostgreSQL about each of them, and tells Redis what it hears.
      await command('FLUSHALL');
      const asked = tokens.map((token) => ask(pair.there, { token }));
      await Promise.race(asked);
      const route = `POST /admin/users/${user.body.id}/disable`;
      expect(await statusOf(pair.here, route, { token: admin })).toBe(200);
      await Promise.all(asked);
      const areRefused = async (): Promise<boolean> => {
        const answers = tokens.flatMap((token) => pair.both.map((url) => ask(url, { token })));
        return (await Promise.all(answers)).every((status) => status === 401);
      };
      await waitFor(areRefused, 'all tokens are refused', RECOVERY_MS);
    }
  });
});
