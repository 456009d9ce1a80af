import { open, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 10;
/** What is done under a lock takes milliseconds: whoever holds one for longer has died. */
const STALE_MS = 5000;

/** Does the work while no other process does it. @throws what the file system says, or the work */
export async function withLockFile(path: string, work: () => Promise<void>): Promise<void> {
  while (!(await isTaken(path))) {
    if (await isStale(path)) await rm(path, { force: true });
    else await delay(POLL_MS);
  }
  try {
    await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  const lock = await stat(path).catch(() => undefined);
  return lock !== undefined && Date.now() - lock.mtimeMs > STALE_MS;
}
