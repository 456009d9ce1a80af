import { readFileSync, renameSync, rmSync } from 'node:fs';

import { z } from 'zod';

import { createOnce, hasErrorCode } from '../../common/files/index.js';

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
    return createOnce(this.#path, JSON.stringify(mine));
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
      return hasErrorCode(error, 'ENOENT');
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
