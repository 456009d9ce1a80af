import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { createTestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';

jest.setTimeout(60_000);

const NEW_PASSWORD = 'mi gato come lechuga';
const CHEAP_HASHES = { IRIS__auth__argon2__memory_kib: '8192', IRIS__auth__argon2__iterations: '1' };

interface UserBody {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly disabled_at: string | null;
  readonly generated_password?: string;
}

interface AuditBody {
  readonly action: string;
  readonly actor_id: string | null;
  readonly subject: string | null;
  readonly address: string;
  readonly request_id: string;
  readonly details: Record<string, unknown>;
}

interface PageBody<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

let gateway: TestGateway;
let databaseUrl: string;
let admin: string;

async function call<Body = UserBody>(
  route: string,
  {
    token = admin,
    body,
    headers = {},
  }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
  const [method = '', path = ''] = route.split(' ');
  const response = await gateway.fetch(path, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = (text === '' ? {} : JSON.parse(text)) as Body;
  return { status: response.status, headers: response.headers, body: parsed };
}

const login = (email: string, password: string): Promise<Answer<{ access_token: string }>> =>
  call('POST /auth/login', { token: '', body: { email, password } });

const newEmail = (): string => `u-${randomUUID()}@iris.example.com`;

async function newUser(role = 'user'): Promise<UserBody & { readonly token: string }> {
  const { body } = await call('POST /admin/users', { body: { email: newEmail(), role, password: PASSWORD } });
  const { body: tokens } = await login(body.email, PASSWORD);
  return { ...body, token: tokens.access_token };
}

async function auditOf(query: string): Promise<readonly AuditBody[]> {
  return (await call<PageBody<AuditBody>>(`GET /admin/audit-log?${query}`)).body.items;
}

beforeAll(async () => {
  const database = await createTestDatabase();
  databaseUrl = database.url;
  gateway = await TestGateway.start({
    env: { ...CHEAP_HASHES, DATABASE_URL: databaseUrl, ALLOW_REGISTRATION: 'true' },
  });
  admin = await gateway.tokenOf('root@iris.example.com', 'admin');
});

afterAll(() => gateway.stop());

describe('/admin/users', () => {
  it('creates a user, who can log in', async () => {
    const email = newEmail();
    const { status, headers, body } = await call('POST /admin/users', {
      body: { email: email.toUpperCase(), role: 'operator', password: PASSWORD },
    });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      id: expect.any(String),
      email,
      role: 'operator',
      created_at: expect.any(String),
      updated_at: expect.any(String),
      disabled_at: null,
    });
    expect((await login(email, PASSWORD)).status).toBe(200);
    await expect(call(`GET /admin/users/${body.id}`)).resolves.toMatchObject({ status: 200, body });
  });

  it('makes a password when none is given, and shows it once', async () => {
    const { body } = await call('POST /admin/users', { body: { email: newEmail() } });
    expect(body).toMatchObject({ role: 'user', generated_password: expect.stringMatching(/^[\w-]{24}$/) });
    expect((await login(body.email, body.generated_password ?? '')).status).toBe(200);
    expect((await call(`GET /admin/users/${body.id}`)).body).not.toHaveProperty('generated_password');
  });

  it('answers 409 to an address that is taken, also twenty times at once', async () => {
    const body = { email: newEmail(), password: PASSWORD };
    const answers = await Promise.all(Array.from({ length: 20 }, () => call('POST /admin/users', { body })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  });

  it('pages through all users once', async () => {
    await Promise.all([newUser(), newUser('operator'), newUser()]);
    const seen: string[] = [];
    const readFrom = async (cursor: string): Promise<void> => {
      const { body } = await call<PageBody<UserBody>>(`GET /admin/users?limit=2${cursor}`);
      seen.push(...body.items.map(({ email }) => email));
      if (body.next_cursor !== null) await readFrom(`&cursor=${body.next_cursor}`);
    };
    await readFrom('');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort());
    expect(seen).toContain('root@iris.example.com');
  });

  it('filters', async () => {
    const user = await newUser('operator');
    await call(`POST /admin/users/${user.id}/disable`);
    const query = new URLSearchParams({ role: 'operator', disabled: 'true', email: user.email.slice(0, 20) });
    const { body } = await call<PageBody<UserBody>>(`GET /admin/users?${query.toString()}`);
    expect(body).toMatchObject({ items: [{ id: user.id }], next_cursor: null });
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=1&limit=2', '/limit'],
    ['cursor=nonsense', '/cursor'],
    ['role=root', '/role'],
    ['disabled=1', '/disabled'],
    ['email=%00', '/email'],
    ['sort=password_hash', '/sort'],
    [`email=${'x'.repeat(300)}`, '/email'],
  ])('answers 422 to ?%s', async (query, pointer) => {
    const { status, body } = await call(`GET /admin/users?${query}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ pointer }] });
  });

  it.each(['GET /admin/users/x', 'POST /admin/users/1/disable', 'POST /admin/users/%00/enable'])(
    'answers 404 to %s',
    async (route) => {
      await expect(call(route)).resolves.toMatchObject({ status: 404, body: { code: 'USER_NOT_FOUND' } });
    },
  );

  it('disables: no login, and the tokens stop working', async () => {
    const user = await newUser();
    expect((await call('GET /auth/me', { token: user.token })).status).toBe(200);
    const { status, body } = await call(`POST /admin/users/${user.id}/disable`);
    expect({ status, body }).toMatchObject({ status: 200, body: { disabled_at: expect.any(String) } });
    expect((await login(user.email, PASSWORD)).status).toBe(401);
    expect((await call('GET /auth/me', { token: user.token })).status).toBe(401);
    await expect(call(`POST /admin/users/${user.id}/enable`)).resolves.toMatchObject({
      body: { disabled_at: null },
    });
    expect((await login(user.email, PASSWORD)).status).toBe(200);
    expect((await call('GET /auth/me', { token: user.token })).status).toBe(401);
  });

  it('changes a role: old tokens stop working, new ones have it', async () => {
    const user = await newUser('admin');
    expect((await call('GET /admin/users', { token: user.token })).status).toBe(200);
    await call(`PUT /admin/users/${user.id}/role`, { body: { role: 'user' } });
    expect((await call('GET /admin/users', { token: user.token })).status).toBe(401);
    const { body } = await login(user.email, PASSWORD);
    expect((await call('GET /admin/users', { token: body.access_token })).status).toBe(403);
  });

  it('resets a password: the old one and all sessions end', async () => {
    const user = await newUser();
    const answer = await call(`POST /admin/users/${user.id}/password`, { body: {} });
    expect(answer).toMatchObject({ status: 200, body: { generated_password: expect.any(String) } });
    expect((await call('GET /auth/me', { token: user.token })).status).toBe(401);
    expect((await login(user.email, PASSWORD)).status).toBe(401);
    expect((await login(user.email, answer.body.generated_password ?? '')).status).toBe(200);
    const chosen = await call(`POST /admin/users/${user.id}/password`, { body: { password: NEW_PASSWORD } });
    expect(chosen.body).not.toHaveProperty('generated_password');
    expect((await login(user.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('keeps one administrator', async () => {
    const { body } = await call<PageBody<UserBody>>('GET /admin/users?role=admin&disabled=false&limit=100');
    const others = body.items.filter(({ email }) => email !== 'root@iris.example.com');
    for (const { id } of others) await call(`PUT /admin/users/${id}/role`, { body: { role: 'user' } });
    const root = body.items.find(({ email }) => email === 'root@iris.example.com')!;
    const refusal = { status: 409, body: { code: 'LAST_ADMIN' } };
    await expect(call(`POST /admin/users/${root.id}/disable`)).resolves.toMatchObject(refusal);
    const demotion = call(`PUT /admin/users/${root.id}/role`, { body: { role: 'user' } });
    await expect(demotion).resolves.toMatchObject(refusal);
  });

  it('lets operators read and change nothing, and users neither', async () => {
    const operator = await newUser('operator');
    const user = await newUser();
    const reading = ['GET /admin/users', `GET /admin/users/${user.id}`, 'GET /admin/audit-log'];
    const changing = [
      'POST /admin/users',
      `POST /admin/users/${user.id}/disable`,
      `POST /admin/users/${user.id}/enable`,
      `PUT /admin/users/${user.id}/role`,
      `POST /admin/users/${user.id}/password`,
    ];
    const statusOf = async (route: string, token: string): Promise<number> =>
      (await call(route, { token, ...(route.startsWith('GET') ? {} : { body: { role: 'admin' } }) })).status;
    for (const route of reading) {
      await expect(statusOf(route, operator.token)).resolves.toBe(200);
      await expect(statusOf(route, user.token)).resolves.toBe(403);
      await expect(statusOf(route, '')).resolves.toBe(401);
    }
    for (const route of changing) {
      await expect(statusOf(route, operator.token)).resolves.toBe(403);
      await expect(statusOf(route, user.token)).resolves.toBe(403);
      await expect(statusOf(route, '')).resolves.toBe(401);
    }
  });
});

describe('mass assignment', () => {
  const COLUMNS = {
    id: randomUUID(),
    email: 'x@iris.example.com',
    passwordHash: 'x',
    password_hash: 'x',
    role: 'admin',
    createdAt: '2020-01-01T00:00:00Z',
    created_at: '2020-01-01T00:00:00Z',
    updatedAt: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    disabledAt: null,
    disabled_at: null,
    user_id: randomUUID(),
    constructor: {},
    scopes: ['admin:*'],
  };
  const id = randomUUID();
  const BODIES: Readonly<Record<string, Record<string, unknown>>> = {
    'POST /auth/register': { email: 'x@iris.example.com', password: NEW_PASSWORD },
    'POST /auth/password': { current_password: PASSWORD, new_password: NEW_PASSWORD },
    'POST /auth/login': { email: 'x@iris.example.com', password: PASSWORD },
    'POST /admin/users': { email: 'x@iris.example.com', role: 'user', password: PASSWORD },
    [`PUT /admin/users/${id}/role`]: { role: 'user' },
    [`POST /admin/users/${id}/password`]: { password: NEW_PASSWORD },
  };

  it.each(Object.keys(BODIES))('%s › takes none of the columns that it does not name', async (route) => {
    const good = BODIES[route] ?? {};
    for (const [column, value] of Object.entries(COLUMNS)) {
      if (column in good) continue;
      const { status, body } = await call(route, { body: { ...good, [column]: value } });
      expect({ column, status, body }).toMatchObject({
        column,
        status: 422,
        body: { errors: [{ pointer: `/${column}` }] },
      });
    }
  });

  it.each(Object.keys(BODIES))('%s › answers 422 to other kinds of values', async (route) => {
    const good = BODIES[route] ?? {};
    for (const field of Object.keys(good)) {
      for (const value of [null, 1, true, [], {}, { $ne: '' }, [good[field]], 'x'.repeat(5_000)]) {
        const { status } = await call(route, { body: { ...good, [field]: value } });
        expect({ field, value, status }).toMatchObject({ status: 422 });
      }
    }
  });
});

describe('POST /auth/register', () => {
  it('answers the same to a free address and to one that is taken', async () => {
    const email = newEmail();
    const observable = async (): Promise<unknown> => {
      const { status, headers, body } = await call('POST /auth/register', {
        token: '',
        body: { email, password: NEW_PASSWORD },
      });
      const names = [...headers.keys()];
      return { status, names, body };
    };
    const free = await observable();
    expect(free).toMatchObject({ status: 202, body: { status: 'accepted' } });
    await expect(observable()).resolves.toEqual(free);
    expect((await login(email, NEW_PASSWORD)).status).toBe(200);
  });

  it('makes users, and leaves those that exist alone', async () => {
    const user = await newUser('operator');
    await call('POST /auth/register', { token: '', body: { email: user.email, password: NEW_PASSWORD } });
    expect((await login(user.email, NEW_PASSWORD)).status).toBe(401);
    await expect(call(`GET /admin/users/${user.id}`)).resolves.toMatchObject({ body: { role: 'operator' } });
    const [entry] = await auditOf('action=user.registered');
    expect(entry).toMatchObject({ details: { already_existed: true }, actor_id: null });
  });

  it.each([
    ['too short', '/password'],
    ['Password2026!', '/password'],
    ['qwertyuiop1234', '/password'],
    ['x'.repeat(129), '/password'],
    ['quilodran 1999', '/password'],
  ])('refuses %j', async (password, pointer) => {
    const body = { email: 'v.quilodran@iris.example.com', password };
    const answer = await call('POST /auth/register', { token: '', body });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe('POST /auth/password', () => {
  it('changes the password and ends the other sessions', async () => {
    const user = await newUser();
    const { body: other } = await login(user.email, PASSWORD);
    const body = { current_password: PASSWORD, new_password: NEW_PASSWORD };
    const answer = await call('POST /auth/password', { token: user.token, body });
    expect(answer).toMatchObject({ status: 204, body: {} });
    expect((await call('GET /auth/me', { token: user.token })).status).toBe(200);
    expect((await call('GET /auth/me', { token: other.access_token })).status).toBe(401);
    expect((await login(user.email, PASSWORD)).status).toBe(401);
    expect((await login(user.email, NEW_PASSWORD)).status).toBe(200);
  });

  it('wants the current one, answers 403 without it, and is slowed down like a login', async () => {
    const user = await newUser();
    const attempt = (): Promise<Answer<unknown>> =>
      call('POST /auth/password', {
        token: user.token,
        body: { current_password: 'not this one', new_password: NEW_PASSWORD },
      });
    await expect(attempt()).resolves.toMatchObject({ status: 403, body: { code: 'WRONG_PASSWORD' } });
    const answers = await Promise.all(Array.from({ length: 15 }, attempt));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    const [entry] = await auditOf(`action=access.denied&actor=${user.id}`);
    expect(entry).toMatchObject({ details: { reason: 'wrong_password' } });
  });

  it('keeps the rules of new passwords', async () => {
    const user = await newUser();
    const body = { current_password: PASSWORD, new_password: 'Password2026!' };
    const answer = await call('POST /auth/password', { token: user.token, body });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/new_password' }] } });
  });
});

describe('GET /admin/audit-log', () => {
  it('knows who did what to whom, from where, in which request', async () => {
    const user = await newUser();
    const requestId = `r-${randomUUID()}`;
    await call(`PUT /admin/users/${user.id}/role`, {
      body: { role: 'operator' },
      headers: { 'x-request-id': requestId },
    });
    const entries = await auditOf(`subject=user:${user.id}`);
    expect(entries[0]).toMatchObject({
      action: 'user.role_changed',
      actor_id: expect.any(String),
      subject: `user:${user.id}`,
      address: expect.stringContaining('127.0.0.1'),
      request_id: requestId,
      details: { from: 'user', to: 'operator' },
    });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['user.created', 'login.succeeded', 'user.role_changed']),
    );
  });

  it('tells the failures of a login apart, which its answer does not', async () => {
    const user = await newUser();
    await login(user.email, 'a wrong one');
    const [entry] = await auditOf(`action=login.failed&subject=user:${user.id}`);
    expect(entry).toMatchObject({ actor_id: null, details: { reason: 'wrong_password' } });
  });

  it.each([
    ['actor=x', '/actor'],
    ['action=nothing', '/action'],
    ['from=yesterday', '/from'],
    ['to=2026-02-30T00:00:00Z', '/to'],
    ['subject=%00', '/subject'],
    ['cursor=e30', '/cursor'],
    ['order=at', '/order'],
  ])('answers 422 to ?%s', async (query, pointer) => {
    const answer = await call(`GET /admin/audit-log?${query}`);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it.each(['from=0000-01-01T00:00:00Z', 'to=9999-12-31T23:59:59%2B14:00', "subject=' OR 1=1 --"])(
    'takes ?%s',
    async (query) => {
      expect((await call(`GET /admin/audit-log?${query}`)).status).toBe(200);
    },
  );

  it('holds no password, in any form', async () => {
    const { rows } = await withClient(databaseUrl, (client) => client.query('SELECT * FROM audit_log'));
    expect(rows.length).toBeGreaterThan(20);
    const text = JSON.stringify(rows);
    for (const secret of [PASSWORD, NEW_PASSWORD, 'argon2id', 'generated_password', 'eyJ']) {
      expect(text).not.toContain(secret);
    }
  });
});
