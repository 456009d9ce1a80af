import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { UsersService } from '../../src/users/index.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';
import { median } from '../support/mann-whitney.js';
import { observable } from '../support/observable.js';
import { startPostgres } from '../support/postgres.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(120_000);

const CHEAP_HASHES = { IRIS__auth__argon2__memory_kib: '8192', IRIS__auth__argon2__iterations: '1' };
const PATIENT = {
  IRIS__auth__login_throttle__free_attempts_per_account: '100000',
  IRIS__auth__login_throttle__free_attempts_per_address: '100000',
};

/** The limits are exact for one replica; those that replicas share have tests of their own. */
const ONE_REPLICA = { ...CHEAP_HASHES, REDIS_URL: '' };

const newEmail = (): string => `u-${randomUUID()}@iris.example.com`;

function login(
  gateway: TestGateway,
  email: string,
  password: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return gateway.fetch('/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });
}

async function statusOf(attempt: Promise<Response>): Promise<number> {
  const response = await attempt;
  await response.arrayBuffer();
  return response.status;
}

describe('a flood of failed logins', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await TestGateway.start({
      env: {
        ...ONE_REPLICA,
        IRIS__auth__login_throttle__free_attempts_per_account: '5',
        IRIS__auth__login_throttle__free_attempts_per_address: '100000',
        TRUSTED_PROXIES: '["127.0.0.1"]',
      },
    });
  });
  afterAll(() => gateway.stop());

  const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

  it('ends in 429 with Retry-After, the same for accounts that exist and those that do not', async () => {
    const email = newEmail();
    await gateway.createUser(email);
    const answers = await Promise.all(
      [email, newEmail()].map(async (account) => {
        const statuses: number[] = [];
        for (let n = 0; n < 5; n += 1) statuses.push(await statusOf(login(gateway, account, 'wrong')));
        return { statuses, refusal: await observable(await login(gateway, account, 'wrong')) };
      }),
    );
    expect(answers[0]).toMatchObject({
      statuses: [401, 401, 401, 401, 401],
      refusal: { status: 429, body: { code: 'LOGIN_THROTTLED', retryable: true } },
    });
    expect(answers[0]).toEqual(answers[1]);
    const response = await login(gateway, email, 'wrong');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    await response.arrayBuffer();
  });

  it('keeps out the right password as well, but not from where it has been right before', async () => {
    const email = newEmail();
    await gateway.createUser(email);
    expect(await statusOf(login(gateway, email, PASSWORD, from('203.0.113.5')))).toBe(200);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => login(gateway, email, 'wrong', from(`198.51.100.${n}`))),
    );
    expect(await statusOf(login(gateway, email, PASSWORD, from('198.51.100.200')))).toBe(429);
    expect(await statusOf(login(gateway, email, PASSWORD, from('203.0.113.5')))).toBe(200);
  });

  it('lets the owner in from anywhere when the delay is over', async () => {
    const email = newEmail();
    await gateway.createUser(email);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => login(gateway, email, 'wrong', from(`198.51.100.${n}`))),
    );
    await waitFor(
      async () => (await statusOf(login(gateway, email, PASSWORD, from('198.51.100.201')))) === 200,
      'the owner is let in',
      3_000,
    );
  });

  it('makes no difference for other accounts', async () => {
    const email = newEmail();
    await gateway.createUser(email);
    expect(await statusOf(login(gateway, email, PASSWORD))).toBe(200);
  });
});

describe('addresses', () => {
  it('are those of the connection, whatever a client that is no proxy of ours says', async () => {
    const gateway = await TestGateway.start({
      env: { ...ONE_REPLICA, IRIS__auth__login_throttle__free_attempts_per_address: '20' },
    });
    const statuses = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        statusOf(
          login(gateway, newEmail(), 'wrong', { 'x-forwarded-for': `203.0.113.${n}`, forwarded: `for=${n}` }),
        ),
      ),
    );
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(80);
    await gateway.stop();
  });
});

describe('POST /auth/login under load', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await TestGateway.start({ env: PATIENT });
  });
  afterAll(() => gateway.stop());

  it('keeps /health fast and answers 503 to what it cannot hash', async () => {
    const logins = Array.from({ length: 200 }, () =>
      statusOf(login(gateway, newEmail(), 'not the password')),
    );
    const over = new AbortController();
    const statuses = Promise.all(logins).finally(() => {
      over.abort();
    });
    const waits: number[] = [];
    while (!over.signal.aborted) {
      const startedAt = performance.now();
      expect(await statusOf(gateway.fetch('/health/live'))).toBe(200);
      waits.push(performance.now() - startedAt);
    }
    const counts = Map.groupBy(await statuses, (status) => status);
    expect([...counts.keys()].sort()).toEqual([401, 503]);
    expect(median(waits)).toBeLessThan(200);
    expect(counts.get(401)?.length).toBeGreaterThanOrEqual(64);
  });
});

describe('without PostgreSQL', () => {
  it('answers 503 to logins, registrations and administration, never 401 or 500', async () => {
    const server = await startPostgres();
    const gateway = await TestGateway.start({
      env: { ...CHEAP_HASHES, DATABASE_URL: server.url, ALLOW_REGISTRATION: 'true' },
    });
    const admin = await gateway.tokenOf('root@iris.example.com', 'admin');
    await statusOf(gateway.fetch('/auth/me', { headers: { authorization: `Bearer ${admin}` } }));
    await server.stop();
    const send = (path: string, body?: object): Promise<Response> =>
      gateway.fetch(path, {
        headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      });
    const credentials = { email: 'root@iris.example.com', password: PASSWORD };
    for (const answer of [
      send('/auth/login', credentials),
      send('/auth/register', credentials),
      send('/auth/password', { current_password: PASSWORD, new_password: 'mi gato come lechuga' }),
      send('/admin/users'),
      send('/admin/users', { email: newEmail() }),
      send(`/admin/users/${randomUUID()}/disable`, {}),
      send('/admin/audit-log'),
    ]) {
      const response = await answer;
      expect({ url: response.url, status: response.status }).toMatchObject({ status: 503 });
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      await response.arrayBuffer();
    }
    await server.start();
    await waitFor(
      async () => (await statusOf(login(gateway, credentials.email, PASSWORD))) === 200,
      'logins work again',
      10_000,
    );
    await gateway.stop();
    await server.close();
  });
});

describe('POST /auth/register', () => {
  it('is closed unless it is opened, whatever is sent', async () => {
    const gateway = await TestGateway.start({ env: CHEAP_HASHES });
    for (const body of ['{"email":"ana@example.com","password":"mi gato come lechuga"}', '{}', '[]']) {
      const response = await gateway.fetch('/auth/register', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'REGISTRATION_CLOSED' });
    }
    const users = gateway.app.get(UsersService, { strict: false });
    await expect(users.findByEmail('ana@example.com')).resolves.toBeNull();
    await gateway.stop();
  });

  it('is slowed down for one address', async () => {
    const gateway = await TestGateway.start({ env: { ...ONE_REPLICA, ALLOW_REGISTRATION: 'true' } });
    const statuses = await Promise.all(
      Array.from({ length: 40 }, () =>
        statusOf(
          gateway.fetch('/auth/register', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ email: newEmail(), password: 'mi gato come lechuga' }),
          }),
        ),
      ),
    );
    expect(statuses.filter((status) => status === 202)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(30);
    await gateway.stop();
  });
});
