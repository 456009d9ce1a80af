import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type Answer, callApi } from '../../support/api-client.js';
import { ADMIN, GatewayPair } from '../../support/gateway-pair.js';
import { temporaryFolder } from '../../support/gateway-process.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(90_000);

const ROUTE = 'PUT /admin/log-level';
const folder = temporaryFolder();

interface Level {
  readonly module: string;
  readonly level: string | null;
  readonly overridden: boolean;
  readonly until: string | null;
}
interface Answered {
  readonly levels: readonly Level[];
  readonly code?: string;
}

let database: TestDatabase;
let redis: OwnServer;
let pair: GatewayPair;
let token: string;

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  pair = await GatewayPair.start(
    { databaseUrl: database.url, redisUrl: redis.url },
    { TESTING: 'false', LOG_DIR: folder.path, LOG_LEVEL: 'INFO' },
  );
  token = (await pair.logIn(pair.here)).access_token;
});

afterEach(async () => {
  await set({ level: null });
});

afterAll(async () => {
  await pair.stop();
  folder.remove();
  await Promise.all([database.drop(), redis.close()]);
});

function set(body: object, url = pair.here): Promise<Answer<Answered>> {
  return callApi(url, ROUTE, { token, body });
}

async function levelAt(url: string, module: string): Promise<Level | undefined> {
  const { body } = await callApi<Answered>(url, 'GET /admin/log-level', { token });
  return body.levels.find((level) => level.module === module);
}

async function levelIs(level: string, module: string, url = pair.there): Promise<void> {
  await waitFor(async () => (await levelAt(url, module))?.level === level, `${module} is ${level}`, 10_000);
}

/** @returns the id under which the request may be in the log */
async function request(url: string): Promise<string> {
  const id = randomUUID();
  await callApi(url, 'GET /auth/me', { token, headers: { 'x-request-id': id } });
  return id;
}

async function isLogged(id: string): Promise<boolean> {
  return (await readFile(join(folder.path, 'api-gateway.log'), 'utf8')).includes(id);
}

describe('PUT /admin/log-level', () => {
  it('a module › other lines on every replica at once, until it is taken back', async () => {
    const { status, body } = await set({ level: 'ERROR', module: 'access' });
    expect(status).toBe(200);
    const silenced = { module: 'access', level: 'ERROR', overridden: true, until: null };
    expect(body.levels).toContainEqual(silenced);
    await levelIs('ERROR', 'access');
    const unseen = await Promise.all(pair.both.map(request));
    await set({ level: null, module: 'access' }, pair.there);
    await levelIs('INFO', 'access', pair.here);
    const seen = await Promise.all(pair.both.map(request));
    for (const id of seen) await waitFor(() => isLogged(id), 'the request is logged', 10_000);
    expect(await Promise.all(unseen.map(isLogged))).toEqual([false, false]);
  });

  it('no module › every one but those that were set by name; null takes all of it back', async () => {
    await set({ level: 'WARNING', module: 'Jobs' });
    // As in the configuration: any case, and Python's other names.
    await set({ level: 'debug' });
    await levelIs('DEBUG', '*');
    await levelIs('WARNING', 'Jobs');
    await set({ level: null }, pair.there);
    await levelIs('INFO', '*', pair.here);
    expect((await levelAt(pair.here, 'Jobs'))?.overridden ?? false).toBe(false);
  });

  it('for_seconds › says when it ends', async () => {
    await set({ level: 'warn', module: 'access', for_seconds: 600 });
    await levelIs('WARNING', 'access');
    const { until } = (await levelAt(pair.there, 'access'))!;
    const leftMs = Date.parse(until!) - Date.now();
    expect(leftMs).toBeGreaterThan(500_000);
    expect(leftMs).toBeLessThanOrEqual(600_000);
  });

  it('a replica that starts later › has what is configured', async () => {
    await set({ level: 'TRACE', module: 'access' });
    const late = await pair.addReplica();
    expect(await levelAt(late, 'access')).toMatchObject({ level: 'INFO', overridden: false });
  });

  it('is on record', async () => {
    await set({ level: 'DEBUG', module: 'Redis', for_seconds: 60 });
    const query = 'action=log_level.changed&subject=module:Redis';
    const entries = await callApi<{ items: object[] }>(pair.here, `GET /admin/audit-log?${query}`, { token });
    const me = await callApi<{ id: string }>(pair.here, 'GET /auth/me', { token });
    expect(entries.body.items).toHaveLength(1);
    const details = { level: 'DEBUG', for_seconds: 60 };
    expect(entries.body.items[0]).toMatchObject({ actor_id: me.body.id, details });
  });

  it.each([
    {},
    { level: 'LOUD' },
    { level: 20 },
    { level: 'DEBUG', module: '' },
    { level: 'DEBUG', module: 'a\nb' },
    { level: 'DEBUG', module: 'x'.repeat(65) },
    { level: 'DEBUG', for_seconds: 0 },
    { level: 'DEBUG', for_seconds: 1e9 },
    { level: null, for_seconds: 60 },
    { level: 'DEBUG', modul: 'Jobs' },
  ])('%j › 422, and nothing changes', async (body) => {
    const answer = await set(body);
    expect([answer.status, answer.body.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect((await levelAt(pair.here, '*'))?.overridden).toBe(false);
  });

  it('an operator › sees it and changes nothing', async () => {
    const email = 'operator@example.com';
    const body = { email, password: ADMIN.password, role: 'operator' };
    expect((await callApi(pair.here, 'POST /admin/users', { token, body })).status).toBe(201);
    const operator = (await pair.logIn(pair.here, email)).access_token;
    expect((await callApi(pair.here, 'GET /admin/log-level', { token: operator })).status).toBe(200);
    const refused = await callApi(pair.here, ROUTE, { token: operator, body: { level: 'DEBUG' } });
    expect(refused.status).toBe(403);
  });
});
