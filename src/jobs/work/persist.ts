import { setTimeout as delay } from 'node:timers/promises';

import { DatabaseBusyError, DatabaseUnavailableError } from '../../database/index.js';
import { QueueUnavailableError } from '../../queue/index.js';

const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 2_000;
const PASSING = [DatabaseUnavailableError, DatabaseBusyError, QueueUnavailableError];

/**
 * Writes down what must not be lost, however long the database is away.
 * @param work may be done twice: its answer can get lost
 * @param signal ends the waiting: the last error is thrown then
 */
export async function persist<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, MAX_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!PASSING.some((type) => error instanceof type) || signal.aborted) throw error;
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
