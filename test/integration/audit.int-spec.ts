import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';

import { type AuditEntry, type AuditEvent, AuditLog, AuditModule } from '../../src/audit/index.js';
import { ConfigModule } from '../../src/config/index.js';
import { Database } from '../../src/database/index.js';
import { createTestDatabase, startPostgres, type TestDatabase } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

jest.setTimeout(60_000);

const ACTOR = randomUUID();
const event = (rest: Partial<AuditEvent> = {}): AuditEvent => ({
  action: 'user.created',
  actorId: ACTOR,
  subject: `user:${randomUUID()}`,
  address: '192.0.2.1',
  requestId: 'request-1',
  ...rest,
});

let testDatabase: TestDatabase;
const modules: TestingModule[] = [];

async function start(url: string): Promise<AuditLog> {
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(testConfig({ DATABASE_URL: url })), AuditModule],
  }).compile();
  modules.push(module);
  await module.init();
  await module.get(Database).whenReady();
  return module.get(AuditLog);
}

async function entriesAbout(log: AuditLog, subject: string | undefined): Promise<AuditEntry[]> {
  return log.find({ subject, limit: 100 });
}

beforeAll(async () => {
  testDatabase = await createTestDatabase();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(modules.splice(0).map((module) => module.close()));
});
afterAll(() => testDatabase.drop());

describe('AuditLog', () => {
  it('keeps who did what to whom, from where and when', async () => {
    const log = await start(testDatabase.url);
    const before = new Date();
    const noted = event({ action: 'user.role_changed', details: { from: 'user', to: 'admin' } });
    await log.record(noted);
    const [entry] = await entriesAbout(log, noted.subject);
    expect(entry).toEqual({ ...noted, id: expect.any(String), at: expect.any(Date) });
    expect(entry!.at.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('filters, and pages from the newest to the oldest without gaps or repetitions', async () => {
    const log = await start(testDatabase.url);
    const subject = `user:${randomUUID()}`;
    const from = new Date();
    await Promise.all(Array.from({ length: 25 }, (_, n) => log.record(event({ subject, details: { n } }))));
    await log.record(event({ subject, action: 'user.disabled' }));
    const seen: AuditEntry[] = [];
    for (let cursor: AuditEntry | undefined, isLast = false; !isLast; cursor = seen.at(-1)) {
      const rows = await log.find({ subject, action: 'user.created', actor: ACTOR, from, cursor, limit: 10 });
      seen.push(...rows.slice(0, 10));
      isLast = rows.length <= 10;
    }
    expect(new Set(seen.map(({ details }) => details.n)).size).toBe(25);
    expect(seen).toHaveLength(25);
    expect(seen.map(({ at }) => at.getTime())).toEqual(
      seen.map(({ at }) => at.getTime()).sort((a, b) => b - a),
    );
    await expect(log.find({ subject, to: from, limit: 10 })).resolves.toEqual([]);
    await expect(log.find({ subject, actor: randomUUID(), limit: 10 })).resolves.toEqual([]);
  });

  it('is append-only, whoever asks', async () => {
    const log = await start(testDatabase.url);
    const noted = event();
    await log.record(noted);
    for (const statement of [
      `UPDATE audit_log SET action = 'login.failed'`,
      'DELETE FROM audit_log',
      'DELETE FROM audit_log WHERE false',
      'TRUNCATE audit_log',
      `SET session_replication_role = replica; DELETE FROM audit_log`,
    ]) {
      const attempt = withClient(testDatabase.url, (client) => client.query(statement));
      await expect(attempt).rejects.toMatchObject({ code: '23001' });
    }
    await expect(entriesAbout(log, noted.subject)).resolves.toHaveLength(1);
  });

  it('takes whatever a client can put into a request', async () => {
    const log = await start(testDatabase.url);
    const requestId = `nul\0 half\ud800 ${'x'.repeat(1_000)}`;
    const noted = event({ requestId, details: { name: 'nul\0 half\ud800' } });
    await log.record(noted);
    const [entry] = await entriesAbout(log, noted.subject);
    expect(entry).toMatchObject({ details: { name: 'nul half\ufffd' } });
    expect(entry!.requestId).toMatch(/^nul half\ufffd x+$/);
    expect(entry!.requestId!.length).toBeLessThanOrEqual(256);
  });

  it('is not blocked for ever by an entry that the table refuses', async () => {
    const log = await start(testDatabase.url);
    const good = event();
    await Promise.all([log.record(event({ actorId: 'no uuid' })), log.record(good), log.record(event())]);
    await expect(entriesAbout(log, good.subject)).resolves.toHaveLength(1);
  });

  it('notes a flood of refusals as ten and a number', async () => {
    const log = await start(testDatabase.url);
    const subject = `user:${randomUUID()}`;
    const denied = event({ action: 'access.denied', actorId: undefined, subject, address: '192.0.2.99' });
    await Promise.all(Array.from({ length: 500 }, () => log.record(denied)));
    await expect(entriesAbout(log, subject)).resolves.toHaveLength(10);
    await modules[0]!.close();
    modules.length = 0;
    const { rows } = await withClient(testDatabase.url, (client) =>
      client.query(`SELECT details FROM audit_log WHERE address = '192.0.2.99' AND subject IS NULL`),
    );
    expect(rows).toEqual([{ details: { suppressed: 490 } }]);
  });

  it('costs a request half a second at most while the table is locked, and loses nothing', async () => {
    const log = await start(testDatabase.url);
    const noted = event();
    await withClient(testDatabase.url, async (client) => {
      await client.query('BEGIN; LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE');
      const startedAt = performance.now();
      await log.record(noted);
      expect(performance.now() - startedAt).toBeLessThan(900);
      await client.query('ROLLBACK');
    });
    await waitFor(async () => (await entriesAbout(log, noted.subject)).length === 1, 'it is stored');
  });
});

describe('AuditLog without PostgreSQL', () => {
  it('writes events to the log at once, and stores each of them once when it is back', async () => {
    const server = await startPostgres();
    const log = await start(server.url);
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    await server.stop();
    const events = Array.from({ length: 5 }, () => event());
    const startedAt = performance.now();
    for (const noted of events) await log.record(noted);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    const logged = warn.mock.calls.flatMap(([line]: unknown[]) => {
      const { audit } = line as { audit?: AuditEntry };
      return audit ? [audit.subject] : [];
    });
    expect(logged).toEqual(events.map(({ subject }) => subject));
    await server.start();
    await waitFor(
      async () => (await log.find({ actor: ACTOR, limit: 50 }).catch(() => [])).length >= 5,
      'they are stored',
      20_000,
    );
    const stored = await log.find({ actor: ACTOR, limit: 50 });
    expect(stored.map(({ subject }) => subject).sort()).toEqual(events.map(({ subject }) => subject).sort());
    await modules.pop()!.close();
    await server.close();
  });
});
