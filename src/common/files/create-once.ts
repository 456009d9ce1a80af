import { linkSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that only its owner may read. It appears whole or not at all, and never replaces another:
 * of two processes that write the same one at once, one wins.
 * @returns false when there is such a file already
 */
export function createOnce(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether the system said this, in the words of errno(3). */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
