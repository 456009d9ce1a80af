import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { ADMIN, GatewayPair, PERSON_PASSWORD, statusOf, type Tokens } from '../support/gateway-pair.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { testRedisUrl } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const NEW_PASSWORD = 'siete barcos sobre el mar';
/** Asks for `admin:read`, which an operator has and a user has not. */
const OPERATORS_ROUTE = 'GET /admin/users';

/** An operator, logged in twice, with an API key: what a change has to reach. */
interface Person {
  readonly id: string;
  readonly email: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly otherToken: string;
  readonly apiKey: string;
}

let database: TestDatabase;
let pair: GatewayPair;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const stores = { databaseUrl: database.url, redisUrl: await testRedisUrl() };
  pair = await GatewayPair.start(stores, {
    IRIS__auth__login_throttle__free_attempts_per_account: '100000',
    IRIS__auth__login_throttle__free_attempts_per_address: '100000',
  });
  admin = (await pair.logIn(pair.here)).access_token;
});

afterAll(async () => {
  await pair.stop();
  await database.drop();
});

async function createUser(role: string): Promise<{ id: string; email: string }> {
  const body = { email: `${randomUUID()}@iris.example.com`, role, password: PERSON_PASSWORD };
  const answer = await callApi<{ id: string }>(pair.here, 'POST /admin/users', { token: admin, body });
  expect(answer.status).toBe(201);
  return { id: answer.body.id, email: body.email };
}

async function newPerson(role = 'operator', scope = 'admin:read'): Promise<Person> {
  const { id, email } = await createUser(role);
  const { access_token: token, refresh_token: refreshToken } = await logIn(pair.here, email);
  const { access_token: otherToken } = await logIn(pair.here, email);
  const body = { name: 'replicas', scopes: [scope] };
  const key = await callApi<{ key: string }>(pair.here, 'POST /auth/api-keys', { token, body });
  return { id, email, token, refreshToken, otherToken, apiKey: key.body.key };
}

const logIn = (url: string, email: string, password = PERSON_PASSWORD): Promise<Tokens> =>
  pair.logIn(url, email, password);

const asAdmin = (route: string, body?: object): Promise<number> =>
  statusOf(pair.here, route, { token: admin, body });

/** The other replica answers so within a second, and goes on answering so. */
async function changesThere(credential: { token?: string; apiKey?: string }, status: number): Promise<void> {
  const startedAt = performance.now();
  const ask = (): Promise<number> => statusOf(pair.there, OPERATORS_ROUTE, credential);
  await waitFor(async () => (await ask()) === status, `${status} on the other replica`, 10_000);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  for (let i = 0; i < 20; i += 1) expect(await ask()).toBe(status);
}

describe('a change on one replica, within a second on the other', () => {
  it.each([
    [
      'a user is disabled',
      ({ id }: Person) => asAdmin(`POST /admin/users/${id}/disable`),
      { answer: 200, key: 401 },
    ],
    [
      'a role is changed',
      ({ id }: Person) => asAdmin(`PUT /admin/users/${id}/role`, { role: 'user' }),
      { answer: 200, key: 403 },
    ],
    [
      'a password is reset',
      ({ id }: Person) => asAdmin(`POST /admin/users/${id}/password`, { password: NEW_PASSWORD }),
      { answer: 200, key: 200 },
    ],
    [
      'a password is changed by its owner',
      ({ otherToken }: Person) =>
        statusOf(pair.here, 'POST /auth/password', {
          token: otherToken,
          body: { current_password: PERSON_PASSWORD, new_password: NEW_PASSWORD },
        }),
      { answer: 204, key: 200 },
    ],
    [
      'somebody logs out everywhere',
      ({ otherToken }: Person) => statusOf(pair.here, 'POST /auth/logout-all', { token: otherToken }),
      { answer: 204, key: 200 },
    ],
  ] as const)('%s › the tokens end, the key as it should be', async (_case, change, expected) => {
    const person = await newPerson();
    const { token, apiKey } = person;
    for (const credential of [{ token }, { apiKey }]) {
      expect(await statusOf(pair.there, OPERATORS_ROUTE, credential)).toBe(200);
    }
    expect(await change(person)).toBe(expected.answer);
    await Promise.all([changesThere({ token }, 401), changesThere({ apiKey }, expected.key)]);
    const refresh = { body: { refresh_token: person.refreshToken } };
    expect(await statusOf(pair.there, 'POST /auth/refresh', refresh)).toBe(401);
  });

  it('one session is ended › it alone', async () => {
    const { token, otherToken } = await newPerson();
    const { body } = await callApi<{ items: { id: string; current: boolean }[] }>(
      pair.here,
      'GET /auth/sessions',
      { token },
    );
    const id = body.items.find((session) => session.current)?.id ?? '';
    expect(await statusOf(pair.there, OPERATORS_ROUTE, { token })).toBe(200);
    expect(await statusOf(pair.here, `DELETE /auth/sessions/${id}`, { token: otherToken })).toBe(204);
    await changesThere({ token }, 401);
    expect(await statusOf(pair.there, OPERATORS_ROUTE, { token: otherToken })).toBe(200);
  });

  it('the owner changes the password › the session that did it goes on', async () => {
    const { token, otherToken, email } = await newPerson();
    const body = { current_password: PERSON_PASSWORD, new_password: NEW_PASSWORD };
    expect(await statusOf(pair.here, 'POST /auth/password', { token: otherToken, body })).toBe(204);
    await changesThere({ token }, 401);
    await changesThere({ token: otherToken }, 200);
    await expect(logIn(pair.there, email)).rejects.toThrow('401');
    await expect(logIn(pair.there, email, NEW_PASSWORD)).resolves.toBeDefined();
  });

  it('a user is let in again › keys work, and the ended tokens stay ended', async () => {
    const { id, token, apiKey, email } = await newPerson();
    await asAdmin(`POST /admin/users/${id}/disable`);
    await Promise.all([changesThere({ token }, 401), changesThere({ apiKey }, 401)]);
    await expect(logIn(pair.there, email)).rejects.toThrow('401');
    await asAdmin(`POST /admin/users/${id}/enable`);
    await Promise.all([changesThere({ token }, 401), changesThere({ apiKey }, 200)]);
    await expect(logIn(pair.there, email)).resolves.toBeDefined();
  });

  it('a user becomes an operator and is one no more › tokens and keys follow', async () => {
    const person = await newPerson('operator');
    const roleIs = async (role: string, status: number): Promise<void> => {
      await asAdmin(`PUT /admin/users/${person.id}/role`, { role });
      await changesThere({ apiKey: person.apiKey }, status);
      const { access_token: token } = await logIn(pair.there, person.email);
      expect(await statusOf(pair.here, OPERATORS_ROUTE, { token })).toBe(status);
    };
    await roleIs('user', 403);
    await roleIs('operator', 200);
    await roleIs('user', 403);
  });
});

describe('a change while the other replica is busy with the very credential', () => {
  it.each(['disable', 'role'])('%s › nobody gets in a second later', async (kind) => {
    const { id, token, apiKey } = await newPerson();
    let answeredAt = Number.POSITIVE_INFINITY;
    const late: number[] = [];
    const ask = async (credential: { token?: string; apiKey?: string }): Promise<void> => {
      while (performance.now() < answeredAt + 1_500) {
        const sentAt = performance.now();
        const status = await statusOf(pair.there, OPERATORS_ROUTE, credential);
        expect([200, 401, 403]).toContain(status);
        if (status === 200 && sentAt > answeredAt + 1_000) late.push(sentAt - answeredAt);
      }
    };
    const callers = [{ token }, { apiKey }, { token }, { apiKey }].map((credential) => ask(credential));
    await (kind === 'disable'
      ? asAdmin(`POST /admin/users/${id}/disable`)
      : asAdmin(`PUT /admin/users/${id}/role`, { role: 'user' }));
    answeredAt = performance.now();
    await Promise.all(callers);
    expect(late).toEqual([]);
  });
});

describe('the last administrator', () => {
  const ROUNDS = 8;
  type Act = (by: string, url: string, whom: string) => Promise<number>;
  const disable: Act = (by, url, whom) => statusOf(url, `POST /admin/users/${whom}/disable`, { token: by });
  const demote: Act = (by, url, whom) =>
    statusOf(url, `PUT /admin/users/${whom}/role`, { token: by, body: { role: 'user' } });

  async function activeAdmins(): Promise<string[]> {
    const sql = `SELECT id FROM users WHERE role = 'admin' AND disabled_at IS NULL`;
    const { rows } = await withClient(database.url, (client) => client.query<{ id: string }>(sql));
    return rows.map(({ id }) => id);
  }

  it.each([
    ['disable', 'disable', disable, disable],
    ['demote', 'demote', demote, demote],
    ['disable', 'demote', disable, demote],
  ] as const)('is left when two %s and %s each other at once', async (_one, _other, actHere, actThere) => {
    const rootId = (await activeAdmins())[0] ?? '';
    const colleague = await createUser('admin');
    const admins = [
      { id: rootId, email: ADMIN.email, password: ADMIN.password },
      { ...colleague, password: PERSON_PASSWORD },
    ] as const;
    for (let round = 0; round < ROUNDS; round += 1) {
      const root = (await pair.logIn(pair.here)).access_token;
      const other = (await logIn(pair.there, colleague.email)).access_token;
      const statuses = await Promise.all([
        actHere(root, pair.here, colleague.id),
        actThere(other, pair.there, rootId),
      ]);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      // The one who came too late is told that nobody else is left, or is out already.
      expect([401, 403, 409]).toContain(statuses.find((status) => status !== 200));
      const left = await activeAdmins();
      expect(left).toHaveLength(1);
      const survivor = admins.find(({ id }) => id === left[0]);
      const token = (await pair.logIn(pair.here, survivor?.email, survivor?.password)).access_token;
      const loser = admins.find(({ id }) => id !== left[0])?.id ?? '';
      await statusOf(pair.here, `POST /admin/users/${loser}/enable`, { token });
      await statusOf(pair.here, `PUT /admin/users/${loser}/role`, { token, body: { role: 'admin' } });
      expect(await activeAdmins()).toHaveLength(2);
    }
    admin = (await pair.logIn(pair.here)).access_token;
    expect(await asAdmin(`POST /admin/users/${colleague.id}/disable`)).toBe(200);
  });
});
