import type { DataSource } from 'typeorm';

import { within } from './within.js';

const TIMEOUT_MS = 3_000;

/**
 * Closes the pool, which waits for the statements that still run; a server that hangs would keep it waiting.
 * @throws Error when they take too long
 */
export async function closeDataSource(dataSource: DataSource): Promise<void> {
  if (!dataSource.isInitialized) return;
  await within(TIMEOUT_MS, dataSource.destroy(), () => new Error('connections are still busy'));
}
