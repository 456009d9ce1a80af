export { BackgroundLoop } from './background-loop.js';
export { DATABASE_DOWN, DatabaseDocs } from './database.docs.js';
export { Database, LARGE_ANSWER_TIMEOUT_MS } from './database.js';
export { DatabaseModule } from './database.module.js';
export { DatabaseBusyError, DatabaseFaultError, DatabaseUnavailableError } from './database-errors.js';
export { dataSourceOptions, type PoolAddress } from './data-source-options.js';
export { migrate } from './migrate.js';
