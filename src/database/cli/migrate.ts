import { ConfigError, loadConfig } from '../../config/index.js';
import { dataSourceOptions } from '../data-source-options.js';
import { migrate } from '../migrate.js';

/** `npm run migrate`: brings the tables up to date before a new version starts, which would do it by itself. */
async function main(): Promise<void> {
  const { database } = loadConfig();
  if (database.url === '')
    throw new Error('DATABASE_URL is not set; an embedded database needs no migration.');
  await migrate(dataSourceOptions(database));
  console.log('The database is up to date.');
}

/** One line for a person; connecting to several addresses fails with several errors. */
function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ');
  if (error instanceof ConfigError) return error.message;
  return `The database was not migrated: ${error instanceof Error ? error.message : String(error)}`;
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
