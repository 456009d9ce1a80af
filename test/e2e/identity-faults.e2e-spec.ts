import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi, type CallOptions } from '../support/api-client.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';
import { createTestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';

jest.setTimeout(60_000);

const CHEAP_HASHES = { IRIS__auth__argon2__memory_kib: '8192', IRIS__auth__argon2__iterations: '1' };

let gateway: TestGateway;
let databaseUrl: string;
let admin: string;

interface Body {
  readonly id: string;
  readonly key: string;
  readonly access_token: string;
}

const call = (route: string, options: CallOptions): Promise<Answer<Body>> =>
  callApi(gateway.url, route, options);

async function logIn(email: string, password = PASSWORD): Promise<string> {
  return (await call('POST /auth/login', { body: { email, password } })).body.access_token;
}

async function meets(status: number, token: string): Promise<void> {
  expect((await call('GET /auth/me', { token })).status).toBe(status);
}

/** Nobody can end a session meanwhile; the table of users can be written. */
async function whileSessionsAreLocked<T>(work: () => Promise<T>): Promise<T> {
  return withClient(databaseUrl, async (client) => {
    await client.query('BEGIN; LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE');
    try {
      return await work();
    } finally {
      await client.query('ROLLBACK');
    }
  });
}

beforeAll(async () => {
  databaseUrl = (await createTestDatabase()).url;
  gateway = await TestGateway.start({ env: { ...CHEAP_HASHES, DATABASE_URL: databaseUrl } });
  admin = await gateway.tokenOf('root@iris.example.com', 'admin');
});
afterAll(() => gateway.stop());

describe('sessions that cannot be ended', () => {
  it('do not keep the keys of a disabled user alive', async () => {
    const email = `${randomUUID()}@iris.example.com`;
    const token = await gateway.tokenOf(email);
    const { body: user } = await call('GET /auth/me', { token });
    const { body: made } = await call('POST /auth/api-keys', {
      token,
      body: { name: 'a', scopes: ['documents:process'] },
    });
    const isAccepted = async (): Promise<boolean> =>
      (await call('POST /process', { apiKey: made.key, body: {} })).status !== 401;
    expect(await isAccepted()).toBe(true);
    await whileSessionsAreLocked(async () => {
      const { status } = await call(`POST /admin/users/${user.id}/disable`, { token: admin });
      expect(status).toBe(503);
      expect(await isAccepted()).toBe(false);
    });
    await meets(401, token);
  });

  it('of whoever changes the password end when that is asked for again', async () => {
    const email = `${randomUUID()}@iris.example.com`;
    const other = await gateway.tokenOf(email);
    const token = await logIn(email);
    const body = { current_password: PASSWORD, new_password: 'mi gato come lechuga' };
    const change = async (): Promise<number> => (await call('POST /auth/password', { token, body })).status;
    expect(await whileSessionsAreLocked(change)).toBe(503);
    await meets(200, other);
    expect(await change()).toBe(204);
    await meets(401, other);
    await meets(200, token);
    await meets(200, await logIn(email, body.new_password));
  });

  it('takes no new password for the current one', async () => {
    const token = await gateway.tokenOf(`${randomUUID()}@iris.example.com`);
    const body = { current_password: 'a wrong one', new_password: 'mi gato come lechuga' };
    expect((await call('POST /auth/password', { token, body })).status).toBe(403);
  });
});
