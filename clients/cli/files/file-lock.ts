import { rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { CliError, EXIT, hasCode } from '../errors.ts';

/** Nobody holds a lock so long: whoever made this one was killed. */
const STALE_MS = 30_000;
const GIVE_UP_MS = 45_000;
const RETRY_MS = 50;

/**
 * Only one process at a time does this. After a kill two may for a moment: what they do must bear it.
 * @throws CliError when the lock does not become free
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await take(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  const endsAt = performance.now() + GIVE_UP_MS;
  while (!(await create(path))) {
    if (await isStale(path)) await rm(path, { force: true });
    else if (performance.now() > endsAt) {
      throw new CliError('LOCKED', `Another process is at work: ${path} does not go away.`, EXIT.unavailable);
    } else await delay(RETRY_MS);
  }
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > STALE_MS;
}
