import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

const lockSchema = z.object({ pid: z.int(), socket: z.string().min(1) });
export type LockHolder = Readonly<z.infer<typeof lockSchema>>;

/**
 * Names the process that has the files of the embedded database open, and the socket where it serves the others.
 * Whether it still lives is for the socket to say: after a restart of a container the pid is somebody else's.
 */
export class DataFolderLock {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  holder(): LockHolder | undefined {
    return readHolder(this.#path);
  }

  /**
   * @param stale the holder that was found dead, whose lock goes
   * @returns false when another process was faster
   */
  claim(mine: LockHolder, stale: LockHolder | undefined): boolean {
    if (stale && !this.#remove(stale)) return false;
    const draft = `${this.#path}.${mine.pid}`;
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    try {
      // A link appears whole or not at all, and never replaces another.
      linkSync(draft, this.#path);
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  release(mine: LockHolder): void {
    if (this.holder()?.socket === mine.socket) rmSync(this.#path, { force: true });
  }

  /** Moves the lock aside before it is looked at again: another process may have replaced it meanwhile. */
  #remove(stale: LockHolder): boolean {
    const aside = `${this.#path}.stale.${process.pid}`;
    try {
      renameSync(this.#path, aside);
    } catch (error) {
      return hasCode(error, 'ENOENT');
    }
    const isTheStaleOne = readHolder(aside)?.socket === stale.socket;
    if (isTheStaleOne) rmSync(aside, { force: true });
    else renameSync(aside, this.#path);
    return isTheStaleOne;
  }
}

function readHolder(path: string): LockHolder | undefined {
  try {
    return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
