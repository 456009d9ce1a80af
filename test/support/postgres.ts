import { randomUUID } from 'node:crypto';

import type { Client } from 'pg';

import { dataSourceOptions, migrate } from '../../src/database/index.js';
import { adminUrl, dropDatabase, templateName, withClient } from './postgres-admin.js';
import { OwnServer } from './servers/own-server.js';

const TEMPLATE_LOCK_KEY = 4_747_002;

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own for a test file: a copy of a migrated one, which costs milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  await withClient(adminUrl(), async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK_KEY]);
    await ensureTemplate(client);
  });
  return createDatabase(templateName());
}

/** A database in which no migration has run. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template1');
}

/** A PostgreSQL of its own, to be stopped and paused. */
export function startPostgres(): Promise<OwnServer> {
  return OwnServer.launch('postgres');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `iris_test_${randomUUID().replaceAll('-', '')}`;
  await withClient(adminUrl(), (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/** Workers race for it; it gets its name when it is complete. */
async function ensureTemplate(client: Client): Promise<void> {
  const name = templateName();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  const draft = `${name}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft}`);
  await client.query(`CREATE DATABASE ${draft}`);
  await migrate(dataSourceOptions({ ...DATABASE_SETTINGS, url: urlOf(draft) }));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

export const DATABASE_SETTINGS = { pool_size: 5, connect_timeout_ms: 2_000, statement_timeout_ms: 5_000 };

function urlOf(database: string): string {
  return Object.assign(new URL(adminUrl()), { pathname: `/${database}` }).href;
}
