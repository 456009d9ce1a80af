import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi, type CallOptions } from '../support/api-client.js';
import {
  ADMIN,
  GatewayPair,
  PERSON_PASSWORD,
  statusOf,
  timed,
  type Tokens,
} from '../support/gateway-pair.js';
import { startPostgres } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { testRedisUrl } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(90_000);

/** Needs a scope, and no database; the empty body is looked at after the guards: 422. */
const ROUTE = 'POST /phase2/cluster';
const PASSED = 422;
/** What a request may wait for the database, and what a busy machine adds. */
const ANSWERED_WITHIN_MS = 2_000 + 500;
const RECOVERY_MS = 5_000;
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
/** Well formed, and nobody's: what is in it is checked before anybody is asked. */
const STRANGERS_KEY = 'iris_live_hf1TbVrU_Xn3gkCjfSPkBJdC6F1kHJjhZ2BR3sCPNTPDrh61eE4Y_000000';

let postgres: OwnServer;
let pair: GatewayPair;
let tokens: Tokens;
let apiKey: string;

beforeAll(async () => {
  postgres = await startPostgres();
  pair = await GatewayPair.start({ databaseUrl: postgres.url, redisUrl: await testRedisUrl() });
}, 60_000);

afterAll(async () => {
  await pair.stop();
  await postgres.close();
});

/** A token and a key that both replicas know. */
beforeEach(async () => {
  tokens = await pair.logIn(pair.here);
  const body = { name: 'faults', scopes: ['documents:process'] };
  const options = { token: tokens.access_token, body };
  apiKey = (await callApi<{ key: string }>(pair.here, 'POST /auth/api-keys', options)).body.key;
  for (const url of pair.both) expect(await knownOnes(url)).toEqual([PASSED, PASSED]);
});

const ask = (url: string, credential: Pick<CallOptions, 'token' | 'apiKey'>): Promise<number> =>
  statusOf(url, ROUTE, { ...credential, body: {} });

const knownOnes = (url: string): Promise<number[]> =>
  Promise.all([ask(url, { token: tokens.access_token }), ask(url, { apiKey })]);

/** What cannot be done without the database, as somebody with a known token. */
const NEEDS: Readonly<Record<string, object | undefined>> = {
  'POST /auth/login': ADMIN,
  'POST /auth/refresh': {},
  'POST /auth/logout': undefined,
  'POST /auth/logout-all': undefined,
  'GET /auth/me': undefined,
  'GET /auth/sessions': undefined,
  [`DELETE /auth/sessions/${UNKNOWN_ID}`]: undefined,
  'POST /auth/password': { current_password: ADMIN.password, new_password: PERSON_PASSWORD },
  'GET /auth/api-keys': undefined,
  'POST /auth/api-keys': { name: 'new', scopes: ['documents:process'] },
  [`POST /auth/api-keys/${UNKNOWN_ID}/rotate`]: {},
  [`DELETE /auth/api-keys/${UNKNOWN_ID}`]: undefined,
  'GET /admin/users': undefined,
  'POST /admin/users': { email: 'new@iris.example.com', password: PERSON_PASSWORD },
  [`POST /admin/users/${UNKNOWN_ID}/disable`]: {},
  [`PUT /admin/users/${UNKNOWN_ID}/role`]: { role: 'user' },
  [`POST /admin/users/${UNKNOWN_ID}/password`]: {},
  'GET /admin/audit-log': undefined,
};

const PUBLIC = new Set(['POST /auth/login', 'POST /auth/refresh']);

function call(url: string, route: string): Promise<Answer<{ code: string }>> {
  const body = route === 'POST /auth/refresh' ? { refresh_token: tokens.refresh_token } : NEEDS[route];
  return callApi(url, route, { ...(PUBLIC.has(route) ? {} : { token: tokens.access_token }), body });
}

function expectUnavailable(route: string, answer: Answer<{ code: string }> & { ms: number }): void {
  const isQuick = answer.ms < ANSWERED_WITHIN_MS;
  expect({ route, status: answer.status, isQuick }).toEqual({ route, status: 503, isQuick: true });
  expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
}

/** Back to normal: logins, refreshes and changes, on both. */
async function isNormalAgain(): Promise<void> {
  const endedAt = performance.now();
  for (const url of pair.both) {
    const isBack = async (): Promise<boolean> =>
      (await statusOf(url, 'POST /auth/login', { body: ADMIN })) === 200 &&
      [200, 401].includes(await statusOf(url, 'GET /auth/sessions', { token: tokens.access_token }));
    await waitFor(isBack, 'the database is back', 2 * RECOVERY_MS);
  }
  expect(performance.now() - endedAt).toBeLessThan(RECOVERY_MS);
  const token = (await pair.logIn(pair.here)).access_token;
  await endsEverywhere('POST /auth/logout', token);
}

async function endsEverywhere(route: string, token: string): Promise<void> {
  expect(await statusOf(pair.there, route, { token })).toBe(204);
  for (const url of pair.both)
    await waitFor(async () => (await ask(url, { token })) === 401, 'the end is known', 1_000);
}

describe.each([
  ['has crashed', () => postgres.stop(), () => postgres.start()],
  ['hangs', () => postgres.pause(), () => postgres.resume()],
] as const)('a PostgreSQL that %s', (_name, begin, end) => {
  beforeEach(() => begin());

  afterEach(async () => {
    await end();
    await isNormalAgain();
  });

  it('stops what needs it with 503 and Retry-After, in time, at the first request and later', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (const url of pair.both) {
        const answers = await Promise.all(
          Object.keys(NEEDS).map(async (route) => ({ route, answer: await timed(() => call(url, route)) })),
        );
        for (const { route, answer } of answers) expectUnavailable(route, answer);
      }
    }
  });

  it('stops no token and no key that is known', async () => {
    for (let round = 0; round < 20; round += 1) {
      for (const url of pair.both) {
        const startedAt = performance.now();
        expect(await knownOnes(url)).toEqual([PASSED, PASSED]);
        expect(performance.now() - startedAt).toBeLessThan(1_000);
      }
      if (round === 10) await Promise.all(Object.keys(NEEDS).map((route) => call(pair.here, route)));
    }
  });

  it('makes nobody’s token or key a wrong one', async () => {
    const forged = `${tokens.access_token.slice(0, -4)}AAAA`;
    for (const url of pair.both) {
      expect(await ask(url, { token: forged })).toBe(401);
      expect(await ask(url, { apiKey: STRANGERS_KEY })).toBe(401);
      expect(await statusOf(url, ROUTE, { body: {} })).toBe(401);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
    }
  });
});

describe('a PostgreSQL that carries out later what was answered 503', () => {
  it.each(['POST /auth/logout', 'POST /auth/logout-all'])(
    '%s › repeated, it ends the session',
    async (route) => {
      const { access_token: token, refresh_token } = tokens;
      await postgres.pause();
      expect(await statusOf(pair.there, route, { token })).toBe(503);
      await postgres.resume();
      const isEnded = `SELECT count(*)::int AS live FROM sessions WHERE id = '${sessionOf(token)}' AND ended_at IS NULL`;
      await waitFor(
        () =>
          withClient(postgres.url, async (client) => {
            const { rows } = await client.query<{ live: number }>(isEnded);
            return rows[0]?.live === 0;
          }),
        'it is carried out',
      );
      await waitFor(async () => (await fetch(`${pair.there}/health/ready`)).ok, 'ready');
      await waitFor(
        async () => (await statusOf(pair.there, 'POST /auth/login', { body: ADMIN })) === 200,
        'the database is back',
        RECOVERY_MS,
      );
      await endsEverywhere(route, token);
      expect(await statusOf(pair.here, 'POST /auth/refresh', { body: { refresh_token } })).toBe(401);
    },
  );
});

function sessionOf(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(claims) as { sid: string }).sid;
}

describe('a PostgreSQL that ends connections', () => {
  it('causes 503 at worst, for a moment', async () => {
    const isOver = new AbortController();
    const seen = new Set<number>();
    const caller = async (url: string): Promise<void> => {
      while (!isOver.signal.aborted) {
        for (const status of await knownOnes(url)) expect(status).toBe(PASSED);
        seen.add(await statusOf(url, 'GET /auth/sessions', { token: tokens.access_token }));
        seen.add(await statusOf(url, 'POST /auth/login', { body: ADMIN }));
      }
    };
    const callers = Promise.all([...pair.both, ...pair.both].map((url) => caller(url)));
    for (let round = 0; round < 20; round += 1) {
      await withClient(postgres.url, (client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
        ),
      );
    }
    isOver.abort();
    await callers;
    expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    await isNormalAgain();
  });
});
