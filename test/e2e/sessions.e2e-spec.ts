import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { startPostgres } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

const ADMIN = { email: 'admin@iris.example.com', password: 'violet umbrella on a tall shelf' };
const GRACE_SECONDS = 2;

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

interface SessionItem {
  readonly id: string;
  readonly current: boolean;
}

const folder = temporaryFolder();
let postgres: OwnServer;
let redis: OwnServer;
let processes: GatewayProcess[] = [];
let first: string;
let second: string;

async function startGateway(): Promise<string> {
  const gateway = new GatewayProcess({
    NODE_ENV: 'test',
    IRIS_DATA_DIR: folder.path,
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    JWT_SECRET_KEY: 'Zq7!vT2#kLp9@xWc4$eRb8%nYs5^mJd1',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__auth__argon2__memory_kib: '8192',
    IRIS__auth__refresh_reuse_grace_seconds: String(GRACE_SECONDS),
  });
  processes = [...processes, gateway];
  const { url } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 25_000);
  return url;
}

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  first = await startGateway();
  second = await startGateway();
}, 60_000);

afterAll(async () => {
  await Promise.all(processes.map((gateway) => gateway.kill()));
  await Promise.all([postgres.close(), redis.close()]);
  folder.remove();
});

function post(url: string, body: object | undefined, token?: string): Promise<Response> {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  return fetch(url, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
}

async function logIn(url: string): Promise<Tokens> {
  const response = await post(`${url}/auth/login`, ADMIN);
  expect(response.status).toBe(200);
  return (await response.json()) as Tokens;
}

const refresh = (url: string, token: string): Promise<Response> =>
  post(`${url}/auth/refresh`, { refresh_token: token });

async function statusWith(url: string, token: string, path = '/auth/sessions'): Promise<number> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  await response.body?.cancel();
  return response.status;
}

/** How long the other replica goes on taking a token, in milliseconds. */
async function untilRefused(url: string, token: string): Promise<number> {
  const startedAt = performance.now();
  await waitFor(async () => (await statusWith(url, token)) === 401, 'the token is refused', 10_000);
  return performance.now() - startedAt;
}

async function listSessions(url: string, token: string): Promise<SessionItem[]> {
  const response = await fetch(`${url}/auth/sessions`, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await response.json()) as { items: SessionItem[] };
  return items;
}

/** A route that needs a token, and no database; what is sent here is no document. */
const WITHOUT_DATABASE = '/phase1/process';

async function processStatus(url: string, token: string): Promise<number> {
  return (await post(`${url}${WITHOUT_DATABASE}`, {}, token)).status;
}

describe('two replicas', () => {
  it('know the tokens of each other', async () => {
    const { access_token: token } = await logIn(first);
    expect(await statusWith(second, token)).toBe(200);
  });

  it.each([
    ['POST /auth/logout', (tokens: Tokens) => post(`${first}/auth/logout`, undefined, tokens.access_token)],
    [
      'POST /auth/logout-all',
      (tokens: Tokens) => post(`${first}/auth/logout-all`, undefined, tokens.access_token),
    ],
    [
      'DELETE /auth/sessions/{id}',
      async ({ access_token: token }: Tokens) => {
        const current = (await listSessions(first, token)).find((session) => session.current);
        const headers = { authorization: `Bearer ${(await logIn(first)).access_token}` };
        return fetch(`${first}/auth/sessions/${current?.id ?? ''}`, { method: 'DELETE', headers });
      },
    ],
  ])('refuse a token within a second after %s on the other one', async (_case, end) => {
    const tokens = await logIn(first);
    expect(await statusWith(second, tokens.access_token)).toBe(200);
    const response = await end(tokens);
    expect(response.status).toBe(204);
    expect(await untilRefused(second, tokens.access_token)).toBeLessThan(1_000);
    expect(await statusWith(first, tokens.access_token)).toBe(401);
    expect((await refresh(second, tokens.refresh_token)).status).toBe(401);
  });

  it('see a refresh token reused on the other one, and end its family', async () => {
    const { refresh_token: stolen } = await logIn(first);
    const tokens = (await (await refresh(first, stolen)).json()) as Tokens;
    expect(await statusWith(second, tokens.access_token)).toBe(200);
    const usedAt = performance.now();
    await waitFor(() => performance.now() - usedAt > (GRACE_SECONDS + 0.5) * 1000, 'the grace is over');
    const reused = await refresh(second, stolen);
    expect(reused.status).toBe(401);
    expect(reused.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(await untilRefused(first, tokens.access_token)).toBeLessThan(1_000);
    expect((await refresh(first, tokens.refresh_token)).status).toBe(401);
  });

  it('answer twenty refreshes at once, ten on each, with one token', async () => {
    const { refresh_token: token } = await logIn(first);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refresh(index % 2 ? first : second, token)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const tokens = (await Promise.all(answers.map((answer) => answer.json()))) as Tokens[];
    expect(new Set(tokens.map((answer) => answer.refresh_token)).size).toBe(1);
    expect((await refresh(first, tokens[0]?.refresh_token ?? '')).status).toBe(200);
  });
});

describe('without Redis', () => {
  it('goes on with logins and refreshes, and refuses late what it has missed', async () => {
    await redis.stop();
    const tokens = await logIn(first);
    const refreshed = await refresh(first, tokens.refresh_token);
    expect(refreshed.status).toBe(200);
    const { access_token: token } = (await refreshed.json()) as Tokens;
    expect((await post(`${second}/auth/logout`, undefined, token)).status).toBe(204);
    expect(await statusWith(second, token)).toBe(401);
    expect((await fetch(`${first}/health/ready`)).status).toBe(200);
    await redis.start();
    // Nobody could tell the first replica; it looks as soon as it hears of the gap, or within a minute.
    expect(await untilRefused(first, token)).toBeLessThan(5_000);
  });
});

describe('without PostgreSQL', () => {
  it('takes known tokens, also those that only the other replica knows, and answers 503 to what needs it', async () => {
    const tokens = await logIn(first);
    expect(await processStatus(first, tokens.access_token)).not.toBe(401);
    await postgres.stop();
    try {
      expect([400, 415, 422]).toContain(await processStatus(first, tokens.access_token));
      expect([400, 415, 422]).toContain(await processStatus(second, tokens.access_token));
      for (const response of await Promise.all([
        post(`${first}/auth/login`, ADMIN),
        refresh(first, tokens.refresh_token),
        post(`${first}/auth/logout`, undefined, tokens.access_token),
        fetch(`${first}/auth/sessions`, { headers: { authorization: `Bearer ${tokens.access_token}` } }),
      ])) {
        expect(response.status).toBe(503);
        expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      }
    } finally {
      await postgres.start();
    }
    await waitFor(
      async () => (await refresh(first, tokens.refresh_token)).status === 200,
      'recovered',
      10_000,
    );
  });
});
