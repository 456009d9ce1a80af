import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi, type CallOptions } from '../support/api-client.js';
import { TestGateway } from '../support/gateway.js';
import { createTestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { rawRequest } from '../support/raw-request.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const CHEAP_HASHES = { IRIS__auth__argon2__memory_kib: '8192', IRIS__auth__argon2__iterations: '1' };
const INVALID_KEY = {
  status: 401,
  challenge: 'Bearer realm="iris", error="invalid_token"',
  code: 'INVALID_API_KEY',
};

interface KeyBody {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly prefix: string;
  readonly last_four: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
  readonly replaced_by: string | null;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

interface PageBody {
  readonly items: readonly KeyBody[];
  readonly next_cursor: string | null;
}

let gateway: TestGateway;
let databaseUrl: string;
let token: string;
let otherToken: string;
let adminToken: string;

const call = <Body = KeyBody>(route: string, options: CallOptions = {}): Promise<Answer<Body>> =>
  callApi<Body>(gateway.url, route, options);

async function makeKey(body: Record<string, unknown> = {}, owner = token): Promise<KeyBody> {
  const request = { name: 'import', scopes: ['documents:process'], ...body };
  const answer = await call('POST /auth/api-keys', { token: owner, body: request });
  expect(answer.status).toBe(201);
  return answer.body;
}

/** 422 says that the guards let it pass: the empty body is looked at after them. */
const PASSED = 422;
const use = (apiKey: string): Promise<Answer<KeyBody>> => call('POST /phase2/cluster', { apiKey, body: {} });

async function refusalOf(apiKey: string): Promise<unknown> {
  const { status, headers, body } = await use(apiKey);
  return { status, challenge: headers.get('www-authenticate'), code: body.code };
}

async function auditOf(subject: string): Promise<Record<string, unknown>[]> {
  const path = `GET /admin/audit-log?subject=${encodeURIComponent(subject)}`;
  const { body } = await call<{ items: Record<string, unknown>[] }>(path, { token: adminToken });
  return body.items;
}

async function ownerOf(email: string): Promise<{ token: string; id: string }> {
  const ownToken = await gateway.tokenOf(email);
  const { body } = await call<{ id: string }>('GET /auth/me', { token: ownToken });
  return { token: ownToken, id: body.id };
}

beforeAll(async () => {
  const database = await createTestDatabase();
  databaseUrl = database.url;
  gateway = await TestGateway.start({ env: { ...CHEAP_HASHES, DATABASE_URL: databaseUrl } });
  token = await gateway.tokenOf('keys@example.com');
  otherToken = await gateway.tokenOf('other@example.com');
  adminToken = await gateway.tokenOf('admin@example.com', 'admin');
});

afterAll(() => gateway.stop());

// First, because a flood of refusals, such as the tests below, is only counted.
describe('refusals', () => {
  it('are on record, with what was tried and by whom', async () => {
    const { key, id } = await makeKey({ scopes: ['admin:read'] }, adminToken);
    const headers = { 'x-request-id': 'refusal-1' };
    await call('POST /admin/users', { apiKey: key, body: {}, headers });
    const { id: adminId } = (await call<{ id: string }>('GET /auth/me', { token: adminToken })).body;
    await waitFor(async () => {
      const path = `GET /admin/audit-log?action=access.denied&actor=${adminId}`;
      const { body } = await call<{ items: Record<string, unknown>[] }>(path, { token: adminToken });
      const entry = body.items.find((item) => item.request_id === 'refusal-1');
      if (!entry) return false;
      expect(entry.details).toEqual({
        code: 'INSUFFICIENT_SCOPE',
        method: 'POST',
        route: '/admin/users',
        api_key: id,
      });
      return true;
    }, 'the refusal is on record');
  });
});

describe('POST /auth/api-keys', () => {
  it('shows the key once', async () => {
    const body = { name: ' nightly import ', scopes: ['documents:process', 'documents:read'] };
    const { status, headers, body: made } = await call('POST /auth/api-keys', { token, body });
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(made).toEqual({
      id: expect.any(String),
      key: expect.stringMatching(/^iris_live_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/),
      name: 'nightly import',
      prefix: made.key.slice(0, 18),
      last_four: made.key.slice(-4),
      scopes: body.scopes,
      rate_limit: null,
      created_at: expect.stringMatching(/Z$/),
      expires_at: null,
      last_used_at: null,
      revoked_at: null,
      replaced_by: null,
    });
    const { key: _key, ...shown } = made;
    expect((await call(`GET /auth/api-keys/${made.id}`, { token })).body).toEqual(shown);
    expect((await use(made.key)).status).toBe(PASSED);
  });

  it('takes an expiry and a limit', async () => {
    const made = await makeKey({ expires_at: '2099-01-31T12:00:00+02:00', rate_limit: '100/hour' });
    expect(made).toMatchObject({ expires_at: '2099-01-31T10:00:00.000Z', rate_limit: '100/hour' });
    expect((await use(made.key)).status).toBe(PASSED);
  });

  it.each([
    ['no body', undefined, ''],
    ['no name', { scopes: ['documents:read'] }, '/name'],
    ['an empty name', { name: '  ' }, '/name'],
    ['an endless name', { name: 'x'.repeat(101) }, '/name'],
    ['a NUL in the name', { name: 'a\0b' }, '/name'],
    ['no scopes', { scopes: [] }, '/scopes'],
    ['one scope as text', { scopes: 'documents:read' }, '/scopes'],
    ['an unknown scope', { scopes: ['documents:read', 'root'] }, '/scopes/1'],
    ['a scope twice', { scopes: ['documents:read', 'documents:read'] }, '/scopes'],
    ['an expiry in the past', { expires_at: '2020-01-01T00:00:00Z' }, '/expires_at'],
    ['an expiry that is no time', { expires_at: 'tomorrow' }, '/expires_at'],
    ['a limit that is none', { rate_limit: '0/hour' }, '/rate_limit'],
    ['an object as limit', { rate_limit: { count: 1 } }, '/rate_limit'],
    ...['id', 'user_id', 'userId', 'key', 'hash', 'prefix', 'last_four', 'created_at', 'last_used_at'].map(
      (field) => [`the field ${field}`, { [field]: randomUUID() }, `/${field}`] as const,
    ),
    ['the field revoked_at', { revoked_at: null }, '/revoked_at'],
    ['the field replaced_by', { replaced_by: null }, '/replaced_by'],
  ])('%s › 422 with a pointer', async (_case, change, pointer) => {
    const valid = 'name' in (change ?? {}) || pointer === '/name' ? {} : { name: 'import' };
    const scopes = change && 'scopes' in change ? {} : { scopes: ['documents:read'] };
    const body = change && { ...valid, ...scopes, ...change };
    const answer = await call('POST /auth/api-keys', { token, body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.[0]?.pointer).toBe(pointer);
  });

  it('gives away no scope that its owner does not have', async () => {
    const scopes = ['documents:process', 'models:train', 'admin:read'];
    const answer = await call('POST /auth/api-keys', { token, body: { name: 'more', scopes } });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'SCOPE_NOT_HELD',
      detail: expect.stringContaining('models:train and admin:read'),
    });
    await makeKey({ scopes }, adminToken);
  });

  it('takes no API key: a key makes no keys, and sees none', async () => {
    const { key, id } = await makeKey({ scopes: ['admin:*', 'admin:read', 'models:train'] }, adminToken);
    const body = { name: 'child', scopes: ['admin:read'] };
    for (const route of [
      'POST /auth/api-keys',
      'GET /auth/api-keys',
      `GET /auth/api-keys/${id}`,
      `POST /auth/api-keys/${id}/rotate`,
      `DELETE /auth/api-keys/${id}`,
    ]) {
      const answer = await call(route, { apiKey: key, ...(route.startsWith('POST') ? { body } : {}) });
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('ACCESS_TOKEN_REQUIRED');
    }
  });

  it('stops at a hundred keys that work, also when they are made at once', async () => {
    const owner = await ownerOf('many@example.com');
    const made = await Promise.all(
      Array.from({ length: 110 }, () =>
        call('POST /auth/api-keys', { token: owner.token, body: { name: 'n', scopes: ['documents:read'] } }),
      ),
    );
    const statuses = made.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(100);
    expect(statuses.filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
    const { rows } = await withClient(databaseUrl, (client) =>
      client.query('SELECT count(*)::int AS count FROM api_keys WHERE user_id = $1', [owner.id]),
    );
    expect(rows).toEqual([{ count: statuses.filter((status) => status === 201).length }]);
  });
});

describe('GET /auth/api-keys', () => {
  it('lists one’s own, the newest first, page by page', async () => {
    const { token: own } = await ownerOf('lister@example.com');
    const names = ['one', 'two', 'three', 'four', 'five'];
    for (const name of names) await makeKey({ name }, own);
    const seen: string[] = [];
    let cursor = '';
    for (const size of [2, 2, 1]) {
      const { body, headers } = await call<PageBody>(`GET /auth/api-keys?limit=2${cursor}`, { token: own });
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body.items).toHaveLength(size);
      expect(body.items.every((item) => !('key' in item) && !('hash' in item))).toBe(true);
      seen.push(...body.items.map(({ name }) => name));
      cursor = `&cursor=${encodeURIComponent(body.next_cursor ?? 'end')}`;
    }
    expect(seen).toEqual([...names].reverse());
    expect(cursor).toBe('&cursor=end');
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'cursor=e30', 'page=2', 'limit=1&limit=2'])(
    '?%s › 422',
    async (query) => {
      expect((await call(`GET /auth/api-keys?${query}`, { token })).status).toBe(422);
    },
  );
});

describe('an API key', () => {
  it('is refused alike when it is unknown, a slip of the hand or no key at all', async () => {
    const { key } = await makeKey();
    const slip = key.slice(0, 30) + (key[30] === 'x' ? 'y' : 'x') + key.slice(31);
    // Its checksum is right, as anybody can compute it, so that the database is asked.
    const unknown = `iris_live_00000000_${'0'.repeat(43)}_3Z0zq4`;
    for (const text of [slip, unknown, 'x', '', 'null', `${key}, ${key}`, 'x'.repeat(8_000)]) {
      expect(await refusalOf(text)).toEqual(INVALID_KEY);
    }
  });

  it.each(['api_key', 'x-api-key', 'apikey', 'key'])('is not taken from the URL: ?%s=', async (name) => {
    const { key } = await makeKey();
    const answer = await call(`POST /phase2/cluster?${name}=${key}`, { body: {} });
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('AUTHENTICATION_REQUIRED');
  });

  it('is no bearer token, and a token is no key', async () => {
    const { key } = await makeKey();
    expect((await call('POST /phase2/cluster', { token: key, body: {} })).status).toBe(401);
    expect(await refusalOf(token)).toEqual(INVALID_KEY);
  });

  it('comes alone: two credentials › 400, whatever they are worth', async () => {
    const { key } = await makeKey();
    const body = {};
    expect((await call('POST /phase2/cluster', { token, apiKey: key, body })).status).toBe(400);
    expect((await call('POST /phase2/cluster', { token: 'x', apiKey: key, body })).status).toBe(400);
    const { host } = new URL(gateway.url);
    const twice = `X-API-Key: ${key}\r\nx-api-key: ${key}\r\n`;
    const bytes = `GET /auth/me HTTP/1.1\r\nHost: ${host}\r\n${twice}Connection: close\r\n\r\n`;
    expect((await rawRequest(gateway.url, bytes)).status).toBe(400);
  });

  it('does what its scopes say, and no more', async () => {
    const { key } = await makeKey({ scopes: ['documents:read'] });
    const { status, headers, body } = await use(key);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'INSUFFICIENT_SCOPE' });
    expect(headers.get('www-authenticate')).toBe(
      'Bearer realm="iris", error="insufficient_scope", scope="documents:process"',
    );
  });

  it('ends at its expiry, also when it is known', async () => {
    const expiry = new Date(Date.now() + 1_500).toISOString();
    const { key } = await makeKey({ expires_at: expiry });
    expect((await use(key)).status).toBe(PASSED);
    await waitFor(async () => (await use(key)).status === 401, 'it has expired');
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiry));
    expect(await refusalOf(key)).toEqual(INVALID_KEY);
  });

  it('notes its last use without a write for each', async () => {
    const { key, id } = await makeKey();
    for (let i = 0; i < 20; i += 1) await use(key);
    expect((await call(`GET /auth/api-keys/${id}`, { token })).body.last_used_at).toBeNull();
  });
});

describe('DELETE /auth/api-keys/{id}', () => {
  it('ends a key at once, and can be repeated', async () => {
    const { key, id } = await makeKey();
    expect((await use(key)).status).toBe(PASSED);
    const revoke = (): Promise<Answer<KeyBody>> => call(`DELETE /auth/api-keys/${id}`, { token });
    expect((await revoke()).status).toBe(204);
    expect(await refusalOf(key)).toEqual(INVALID_KEY);
    const { body } = await call(`GET /auth/api-keys/${id}`, { token });
    expect(body.revoked_at).toMatch(/Z$/);
    expect((await revoke()).status).toBe(204);
    expect((await call(`GET /auth/api-keys/${id}`, { token })).body).toEqual(body);
    expect(await auditOf(`api_key:${id}`)).toMatchObject([
      { action: 'api_key.revoked', request_id: expect.any(String), address: '127.0.0.1' },
      { action: 'api_key.created', details: { name: 'import', scopes: 'documents:process' } },
    ]);
  });

  it('of 20 at once, one is the one on record', async () => {
    const { id } = await makeKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call(`DELETE /auth/api-keys/${id}`, { token })),
    );
    expect(answers.filter(({ status }) => status !== 204 && status !== 503)).toEqual([]);
    const actions = (await auditOf(`api_key:${id}`)).map(({ action }) => action);
    expect(actions.sort()).toEqual(['api_key.created', 'api_key.revoked']);
  });
});

describe('POST /auth/api-keys/{id}/rotate', () => {
  const rotate = (id: string, body?: unknown): Promise<Answer<KeyBody>> =>
    call(`POST /auth/api-keys/${id}/rotate`, { token, body });

  it('makes a key like it, and lets both work for a day', async () => {
    const former = await makeKey({ name: 'rotated', rate_limit: '7/day' });
    const { status, headers, body: successor } = await rotate(former.id);
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(successor).toMatchObject({
      name: 'rotated',
      rate_limit: '7/day',
      expires_at: null,
      replaced_by: null,
    });
    expect((await use(former.key)).status).toBe(PASSED);
    expect((await use(successor.key)).status).toBe(PASSED);
    const { body } = await call(`GET /auth/api-keys/${former.id}`, { token });
    expect(body.replaced_by).toBe(successor.id);
    const hours = (Date.parse(body.expires_at ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
    expect(await auditOf(`api_key:${former.id}`)).toMatchObject([
      { action: 'api_key.rotated', details: { replaced_by: successor.id, overlap_seconds: 86_400 } },
      { action: 'api_key.created' },
    ]);
  });

  it('without an overlap ends the former at once', async () => {
    const former = await makeKey();
    expect((await use(former.key)).status).toBe(PASSED);
    const { body: successor } = await rotate(former.id, { overlap_seconds: 0 });
    expect(await refusalOf(former.key)).toEqual(INVALID_KEY);
    expect((await use(successor.key)).status).toBe(PASSED);
  });

  it('ends the former when the overlap does', async () => {
    const former = await makeKey();
    const startedAt = Date.now();
    await rotate(former.id, { overlap_seconds: 1 });
    expect((await use(former.key)).status).toBe(PASSED);
    await waitFor(async () => (await use(former.key)).status === 401, 'the overlap is over');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
  });

  it('never lengthens the life of the former, and gives its own to the successor', async () => {
    const expiry = Date.now() + 3_600_000;
    const former = await makeKey({ expires_at: new Date(expiry).toISOString() });
    const { body: successor } = await rotate(former.id, { overlap_seconds: 604_800 });
    const { body } = await call(`GET /auth/api-keys/${former.id}`, { token });
    expect(Date.parse(body.expires_at ?? '')).toBe(expiry);
    expect(Date.parse(successor.expires_at ?? '')).toBeGreaterThanOrEqual(expiry);
    expect(Date.parse(successor.expires_at ?? '')).toBeLessThan(expiry + 60_000);
  });

  it.each([{ overlap_seconds: -1 }, { overlap_seconds: 604_801 }, { overlap_seconds: '1' }, { overlap: 1 }])(
    '%j › 422',
    async (body) => {
      const { id } = await makeKey();
      expect((await rotate(id, body)).status).toBe(422);
    },
  );

  it('of ten at once, one makes a key', async () => {
    const { id } = await makeKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => rotate(id, {})));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => ![201, 409, 503].includes(status))).toEqual([]);
  });

  it('needs a key that works', async () => {
    const { id } = await makeKey();
    await call(`DELETE /auth/api-keys/${id}`, { token });
    const answer = await rotate(id);
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('API_KEY_NOT_ACTIVE');
  });
});

describe('the keys of somebody else', () => {
  it.each(['GET /auth/api-keys/{id}', 'POST /auth/api-keys/{id}/rotate', 'DELETE /auth/api-keys/{id}'])(
    '%s › the same 404 as for ids that are none',
    async (route) => {
      const { id, key } = await makeKey();
      const observe = async (path: string, as: string): Promise<unknown> => {
        const { status, body } = await call<Record<string, unknown>>(route.replace('{id}', path), {
          token: as,
        });
        return { status, ...body, instance: '', request_id: '' };
      };
      const unknown = await observe(randomUUID(), token);
      expect(unknown).toMatchObject({ status: 404, code: 'API_KEY_NOT_FOUND' });
      expect(await observe(id, otherToken)).toEqual(unknown);
      expect(await observe(id, adminToken)).toEqual(unknown);
      for (const noId of ['x', '1', "'%20OR%201=1--", '%00', '..%2f', `${id}x`]) {
        expect(await observe(noId, token)).toEqual(unknown);
      }
      expect((await use(key)).status).toBe(PASSED);
    },
  );
});

describe('the owner of a key', () => {
  it('is disabled › it stops at once; enabled › it works again', async () => {
    const owner = await ownerOf('disabled@example.com');
    const { key } = await makeKey({}, owner.token);
    expect((await use(key)).status).toBe(PASSED);
    await call(`POST /admin/users/${owner.id}/disable`, { token: adminToken });
    expect(await refusalOf(key)).toEqual(INVALID_KEY);
    await call(`POST /admin/users/${owner.id}/enable`, { token: adminToken });
    expect((await use(key)).status).toBe(PASSED);
  });

  it('changes the role › it may do what both allow', async () => {
    const email = 'demoted@example.com';
    const ownToken = await gateway.tokenOf(email, 'admin');
    const { id } = (await call<{ id: string }>('GET /auth/me', { token: ownToken })).body;
    const { key } = await makeKey({ scopes: ['admin:*', 'models:train'] }, ownToken);
    const statuses = async (): Promise<number[]> => {
      const calls = ['GET /admin/users', 'POST /admin/users', 'POST /phase3/train', 'POST /phase2/cluster'];
      const answers = calls.map((route) =>
        call(route, { apiKey: key, ...(route.startsWith('POST') ? { body: {} } : {}) }),
      );
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    const setRole = (role: string): Promise<unknown> =>
      call(`PUT /admin/users/${id}/role`, { token: adminToken, body: { role } });
    expect(await statuses()).toEqual([200, 422, PASSED, 403]);
    await setRole('operator');
    expect(await statuses()).toEqual([200, 403, 403, 403]);
    await setRole('user');
    expect(await statuses()).toEqual([403, 403, 403, 403]);
    await setRole('admin');
    expect(await statuses()).toEqual([200, 422, PASSED, 403]);
  });
});

describe('the text of a key', () => {
  it('is nowhere in the database', async () => {
    const { key } = await makeKey({ name: 'secret' });
    await use(key);
    const [, , , secret = ''] = key.split('_');
    const dump = await dumpOf(databaseUrl);
    expect(dump).toContain('secret');
    expect(dump).toContain(key.slice(-4));
    expect(dump).not.toContain(key);
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(key).toString('hex'));
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
  });
});

/** Every row of every table, as PostgreSQL writes it. */
async function dumpOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      texts.push(...rows.map(({ text }) => text));
    }
    return texts.join('\n');
  });
}
