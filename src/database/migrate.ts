import { DataSource, type DataSourceOptions, MigrationExecutor, type QueryRunner } from 'typeorm';

import { outliveErrors } from './data-source-options.js';

/** Any constant does, as long as every replica uses the same. */
const ADVISORY_LOCK_KEY = 4_747_001;
/** Replicas wait for the one that migrates; a large table may take a while. */
const MIGRATION_TIMEOUT_MS = 600_000;

/**
 * Brings the schema up to date; any number of processes may call it at the same time.
 * Uses a connection of its own, because the pool's timeouts are those of requests.
 */
export async function migrate(options: DataSourceOptions): Promise<void> {
  const dataSource = new DataSource(options);
  dataSource.setOptions(MIGRATION_OPTIONS);
  await dataSource.initialize();
  try {
    await runPending(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

const MIGRATION_OPTIONS = {
  poolSize: 1,
  entities: [],
  extra: {
    onConnect: outliveErrors,
    statement_timeout: MIGRATION_TIMEOUT_MS,
    query_timeout: MIGRATION_TIMEOUT_MS,
  },
};

/** All in one transaction: it holds the lock, and a migration that fails leaves nothing behind. */
async function runPending(dataSource: DataSource): Promise<void> {
  const queryRunner = dataSource.createQueryRunner();
  await queryRunner.startTransaction();
  try {
    await queryRunner.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK_KEY]);
    await new MigrationExecutor(dataSource, queryRunner).executePendingMigrations();
    await queryRunner.commitTransaction();
  } catch (error) {
    await rollBack(queryRunner);
    throw error;
  } finally {
    await queryRunner.release();
  }
}

async function rollBack(queryRunner: QueryRunner): Promise<void> {
  try {
    await queryRunner.rollbackTransaction();
  } catch {
    // The connection is gone, and the transaction with it; the first error is the one that explains.
  }
}
