import { request } from 'node:http';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { Database } from '../../src/database/index.js';
import { type User, UsersService } from '../../src/users/index.js';
import { issueToken } from '../support/access-token.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { type Gateway, getWithToken, postJson, startGateway } from './auth-support.js';
import { testConfig } from './database-support.js';

jest.setTimeout(60_000);

const PASSWORD = 'correct horse battery staple';
const SECRET = 'Zq7!vT2#kLp9@xWc4$eRb8%nYs5^mJd1';

interface Login {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
}

let testDatabase: TestDatabase;
let gateway: Gateway;
let user: User;

function configFor(databaseUrl: string): ReturnType<typeof testConfig> {
  return testConfig({
    DATABASE_URL: databaseUrl,
    JWT_SECRET_KEY: SECRET,
    ALLOWED_HOSTS: '["127.0.0.1"]',
    ADMIN_EMAIL: 'Admin@iris.example.com',
    ADMIN_PASSWORD: PASSWORD,
  });
}

const login = (email: string, password: string): Promise<Response> =>
  postJson(`${gateway.url}/auth/login`, { email, password });

async function tokenOf(response: Response): Promise<string> {
  return ((await response.json()) as Login).access_token;
}

/** Counts every answer, whatever it says. */
function isQuota(name: string): boolean {
  return name.includes('rate-limit') || name.includes('ratelimit');
}

/** What a client can tell apart, but for what differs in every answer. */
async function observable(response: Response): Promise<unknown> {
  const varying = new Set(['x-request-id', 'x-processing-time', 'date', 'traceparent', 'server-timing']);
  const headers = [...response.headers].filter(([name]) => !varying.has(name) && !isQuota(name));
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers, body: { ...body, request_id: '' } };
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  gateway = await startGateway(configFor(testDatabase.url));
  await gateway.app.get(Database).whenReady();
  const users = gateway.app.get(UsersService);
  user = await users.create({ email: 'user@iris.example.com', password: PASSWORD, role: 'user' });
  const disabled = await users.create({ email: 'gone@iris.example.com', password: PASSWORD, role: 'user' });
  await gateway.app
    .get(Database)
    .run((manager) => manager.query('UPDATE users SET disabled_at = now() WHERE id = $1', [disabled.id]));
});

afterAll(async () => {
  await gateway.app.close();
  await testDatabase.drop();
});

describe('POST /auth/login', () => {
  it('answers an access token that opens the gateway', async () => {
    const response = await login('USER@iris.example.com ', PASSWORD);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = (await response.json()) as Login;
    expect(body).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.stringMatching(/^iris_refresh_[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 1800,
    });
    const me = await getWithToken(`${gateway.url}/v1/auth/me`, body.access_token);
    expect(me.status).toBe(200);
    expect(await me.json()).toEqual({
      id: user.id,
      email: 'user@iris.example.com',
      role: 'user',
      created_at: user.createdAt.toISOString(),
    });
  });

  it('knows the administrator of ADMIN_EMAIL', async () => {
    const response = await login('admin@iris.example.com', PASSWORD);
    const me = await getWithToken(`${gateway.url}/auth/me`, await tokenOf(response));
    expect(await me.json()).toMatchObject({ email: 'admin@iris.example.com', role: 'admin' });
  });

  it('refuses unknown users, wrong passwords and disabled users alike', async () => {
    const unknown = await observable(await login('nobody@iris.example.com', PASSWORD));
    expect(unknown).toMatchObject({ status: 401, body: { code: 'INVALID_CREDENTIALS' } });
    await expect(login('user@iris.example.com', `${PASSWORD}!`).then(observable)).resolves.toEqual(unknown);
    await expect(login('gone@iris.example.com', PASSWORD).then(observable)).resolves.toEqual(unknown);
  });

  it.each([
    ['a list', [], ''],
    ['no password', { email: 'user@iris.example.com' }, '/password'],
    ['an unknown member', { email: 'a@b.cl', password: 'x', role: 'admin' }, '/role'],
    ['an object as password', { email: 'a@b.cl', password: { $ne: '' } }, '/password'],
    ['a NUL in the address', { email: 'a\0@b.cl', password: 'x' }, '/email'],
    ['an endless password', { email: 'a@b.cl', password: 'x'.repeat(1025) }, '/password'],
  ])('answers 422 with a pointer to %s', async (_case, body, pointer) => {
    const response = await postJson(`${gateway.url}/auth/login`, body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
  });

  it('takes no credentials from the URL', async () => {
    const query = new URLSearchParams({ email: 'user@iris.example.com', password: PASSWORD });
    const response = await postJson(`${gateway.url}/auth/login?${query.toString()}`, {});
    expect(response.status).toBe(422);
  });

  it('keeps two gateways in one process apart', async () => {
    const otherDatabase = await createTestDatabase();
    const other = await startGateway(configFor(otherDatabase.url));
    await other.app.get(Database).whenReady();
    expect((await login('user@iris.example.com', PASSWORD)).status).toBe(200);
    const elsewhere = { email: 'user@iris.example.com', password: PASSWORD };
    expect((await postJson(`${other.url}/auth/login`, elsewhere)).status).toBe(401);
    await other.app.close();
    await otherDatabase.drop();
  });
});

describe('a route that is not public', () => {
  const ask = (headers: readonly string[]): Promise<{ status: number; challenge: string; code: string }> =>
    rawGet(`${gateway.url}/auth/me`, headers);

  it.each([
    ['no credentials', [], 401, 'AUTHENTICATION_REQUIRED', 'Bearer realm="iris"'],
    ['another scheme', ['Basic dTpw'], 401, 'AUTHENTICATION_REQUIRED', 'Bearer realm="iris"'],
    ['an empty header', [''], 401, 'INVALID_TOKEN', 'Bearer realm="iris", error="invalid_token"'],
    ['a scheme alone', ['Bearer'], 401, 'INVALID_TOKEN', 'Bearer realm="iris", error="invalid_token"'],
    ['two tokens', ['Bearer a b'], 401, 'INVALID_TOKEN', 'Bearer realm="iris", error="invalid_token"'],
    ['garbage', ['Bearer x.y.z'], 401, 'INVALID_TOKEN', 'Bearer realm="iris", error="invalid_token"'],
  ])('answers %s with a challenge', async (_case, values, status, code, challenge) => {
    const headers = values.flatMap((value) => ['Authorization', value]);
    await expect(ask(headers)).resolves.toEqual({ status, code, challenge });
  });

  it('answers two Authorization headers with 400, valid or not', async () => {
    const value = `Bearer ${await issueToken(gateway.app, user)}`;
    const answer = await ask(['Authorization', value, 'authorization', value]);
    expect(answer).toMatchObject({ status: 400, code: 'REQUEST_MALFORMED' });
  });

  it('takes the scheme in any case', async () => {
    const token = await issueToken(gateway.app, user);
    await expect(ask(['Authorization', `bearer ${token}`])).resolves.toMatchObject({ status: 200 });
  });

  it('takes no token from the URL', async () => {
    const token = await issueToken(gateway.app, user);
    const response = await fetch(`${gateway.url}/auth/me?access_token=${token}`);
    expect(response.status).toBe(401);
  });

  it('answers 401 when the user of the token is gone', async () => {
    const token = await issueToken(gateway.app, { id: '7d0c9c4e-7b7a-4b0f-9d0e-0a4f7a3f0f11', role: 'user' });
    const response = await getWithToken(`${gateway.url}/auth/me`, token);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'INVALID_TOKEN' });
  });
});

function rawGet(
  url: string,
  authorization: readonly string[],
): Promise<{ status: number; challenge: string; code: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    challenge: string;
    code: string;
  }>();
  const headers = ['Host', new URL(url).host, ...authorization];
  request(url, { headers }, (response) => {
    text(response).then((body) => {
      const { code } = JSON.parse(body) as { code?: string };
      const challenge = response.headers['www-authenticate'] ?? '';
      resolve({ status: response.statusCode ?? 0, challenge, code: code ?? '' });
    }, reject);
  })
    .on('error', reject)
    .end();
  return promise;
}
