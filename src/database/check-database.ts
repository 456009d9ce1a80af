import type { Client } from 'pg';
import type { DataSource } from 'typeorm';

import { DatabaseBusyError, DatabaseUnavailableError } from './database-errors.js';
import { translateDatabaseError } from './translate-database-error.js';
import { within } from './within.js';

const ANSWER_TIMEOUT_MS = 1_500;

/**
 * Asks the server for a sign of life. A pool without a free connection is none of its faults.
 * @throws DatabaseUnavailableError
 */
export async function checkDatabase(dataSource: DataSource): Promise<void> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    const client = (await queryRunner.connect()) as Client;
    await within(ANSWER_TIMEOUT_MS, client.query('SELECT 1'), () => hangUp(client));
  } catch (error) {
    const translated = translateDatabaseError(error);
    if (!(translated instanceof DatabaseBusyError)) throw translated;
  } finally {
    await queryRunner.release();
  }
}

/** A connection that leads nowhere would go back to the pool, for the next request to hang on. */
function hangUp(client: Client): Error {
  void client.end();
  return new DatabaseUnavailableError(new Error('no answer to SELECT 1'));
}
