import '../support/quiet-nest.js';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';

import {
  Database,
  DatabaseBusyError,
  DatabaseFaultError,
  dataSourceOptions,
  DatabaseUnavailableError,
  migrate,
} from '../../src/database/index.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import {
  createEmptyDatabase,
  createTestDatabase,
  DATABASE_SETTINGS,
  startPostgres,
  type TestDatabase,
} from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { startDatabaseModule, testConfig } from './database-support.js';

jest.setTimeout(60_000);

const select1 = (database: Database): Promise<unknown> =>
  database.run((manager) => manager.query('SELECT 1'));

async function isAnswering(database: Database): Promise<boolean> {
  return select1(database).then(
    () => true,
    () => false,
  );
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('migrate', () => {
  it('lets processes that start together migrate once', async () => {
    const emptyDatabase = await createEmptyDatabase();
    const { url } = emptyDatabase;
    const options = dataSourceOptions({ ...DATABASE_SETTINGS, url });
    await Promise.all([migrate(options), migrate(options), migrate(options)]);
    const { rows } = await withClient(url, (client) => client.query('SELECT name FROM migrations'));
    expect(rows).toEqual(MIGRATIONS.map(({ name }) => ({ name })));
    await emptyDatabase.drop();
  });
});

describe('Database', () => {
  let testDatabase: TestDatabase;
  let module: TestingModule;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    module = await startDatabaseModule(
      testConfig({ DATABASE_URL: testDatabase.url, IRIS__database__pool_size: '2' }),
    );
    database = module.get(Database);
    await database.whenReady();
  });

  afterAll(async () => {
    await module.close();
    await testDatabase.drop();
  });

  it('survives killed backends', async () => {
    await withClient(testDatabase.url, (client) =>
      client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      ),
    );
    await waitFor(() => isAnswering(database), 'it answers again');
    expect(database.isReady()).toBe(true);
  });

  it('answers DB_BUSY when every connection is taken', async () => {
    const sleepers = [1, 2].map(() => failureOf(database.run((m) => m.query('SELECT pg_sleep(3)'))));
    const startedAt = performance.now();
    await expect(select1(database)).rejects.toBeInstanceOf(DatabaseBusyError);
    expect(performance.now() - startedAt).toBeLessThan(2_300);
    expect(database.isReady()).toBe(true);
    await Promise.all(sleepers);
    await waitFor(() => isAnswering(database), 'it answers again');
  });

  it('answers DB_BUSY when a lock is not had', async () => {
    await withClient(testDatabase.url, async (client) => {
      await client.query('BEGIN; LOCK TABLE users IN ACCESS EXCLUSIVE MODE');
      const read = database.run((manager) => manager.query('SELECT * FROM users'));
      await expect(read).rejects.toBeInstanceOf(DatabaseBusyError);
      await client.query('ROLLBACK');
    });
  });

  it('keeps statements and their values out of errors', async () => {
    const secret = 'not-for-the-logs';
    const insert = `INSERT INTO users (id, email, password_hash, role) VALUES (gen_random_uuid(), $1, 'x', 'nobody')`;
    const error = await failureOf(database.run((manager) => manager.query(insert, [secret])));
    expect(error).toBeInstanceOf(DatabaseFaultError);
    expect(error).toMatchObject({ sqlState: '23514', constraint: 'users_role_is_known' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret);
  });

  it('rolls a failed transaction back', async () => {
    const insert = `INSERT INTO users (id, email, password_hash, role) VALUES (gen_random_uuid(), 'half@b.cl', 'x', 'user')`;
    const work = database.transaction(async (manager) => {
      await manager.query(insert);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    const rows = await database.run<unknown>((m) => m.query(`SELECT 1 FROM users WHERE email = 'half@b.cl'`));
    expect(rows).toEqual([]);
  });
});

describe('Database whose server fails', () => {
  let server: OwnServer;
  let module: TestingModule;

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(() => module.close());
  afterAll(() => server.close());

  it('starts without it, answers 503 at once, and connects when it is there', async () => {
    await server.stop();
    module = await startDatabaseModule(testConfig({ DATABASE_URL: server.url }));
    const database = module.get(Database);
    expect(database.isReady()).toBe(false);
    const error = await failureOf(select1(database));
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect(error).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE', retryAfterSeconds: 2 });
    await server.start();
    await database.whenReady();
    await expect(select1(database)).resolves.toEqual([{ '?column?': 1 }]);
  });

  it('recovers from a crash of the server', async () => {
    module = await startDatabaseModule(testConfig({ DATABASE_URL: server.url }));
    const database = module.get(Database);
    await database.whenReady();
    await server.stop();
    await waitFor(() => !database.isReady(), 'it notices');
    await server.start();
    await waitFor(() => isAnswering(database), 'it answers again');
  });

  it('answers 503 within two seconds when the server hangs, then at once', async () => {
    module = await startDatabaseModule(testConfig({ DATABASE_URL: server.url }));
    const database = module.get(Database);
    await database.whenReady();
    await server.pause();
    const startedAt = performance.now();
    await expect(select1(database)).rejects.toMatchObject({ status: 503 });
    expect(performance.now() - startedAt).toBeLessThan(2_300);
    await waitFor(() => !database.isReady(), 'it notices');
    const noticedAt = performance.now();
    await expect(select1(database)).rejects.toBeInstanceOf(DatabaseUnavailableError);
    expect(performance.now() - noticedAt).toBeLessThan(100);
    await server.resume();
    await waitFor(() => isAnswering(database), 'it answers again');
  });

  it('can be closed while the server hangs', async () => {
    module = await startDatabaseModule(testConfig({ DATABASE_URL: server.url }));
    await module.get(Database).whenReady();
    await server.pause();
    await module.close();
    await server.resume();
  });
});
