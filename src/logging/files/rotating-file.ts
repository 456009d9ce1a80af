import type { Stats } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { withLockFile } from './lock-file.js';

export interface Rotation {
  /** Bytes that the file may have; undefined: as many as there are. */
  readonly maxBytes: number | undefined;
  /** Full files that are kept: `name.1` is the youngest. */
  readonly backupCount: number;
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly inode: number;
}

const NEWLINE = 0x0a;
/** Written at once: several processes on one file exceed its limit by no more than that. */
const MAX_WRITE_BYTES = 65_536;
/** The owner writes, its group (a log collector) reads. */
const FILE_MODE = 0o640;

/**
 * A file that is put aside when it is full, as Python's RotatingFileHandler does it. Several processes may write to
 * one: each looks before it writes whether another has rotated it, or somebody has taken it away.
 */
export class RotatingFile {
  #open: OpenFile | undefined;

  constructor(
    readonly path: string,
    private readonly rotation: Rotation,
  ) {}

  /**
   * @param lines whole ones
   * @throws what the file system says; then the file ends with a whole line all the same
   */
  async append(lines: Buffer): Promise<void> {
    let rest = lines;
    while (rest.length > 0) {
      const size = await this.#follow();
      const part = this.#fitting(rest, size);
      if (part.length === 0) await this.#rotate();
      else await this.#write(part, size);
      rest = rest.subarray(part.length);
    }
  }

  async close(): Promise<void> {
    const handle = this.#open?.handle;
    this.#open = undefined;
    await handle?.close();
  }

  /** As many whole lines as there is room for; a line that is longer than a whole file gets one of its own. */
  #fitting(lines: Buffer, size: number): Buffer {
    const room = Math.min((this.rotation.maxBytes ?? Infinity) - size, MAX_WRITE_BYTES);
    if (lines.length <= room) return lines;
    const end = room > 0 ? lines.lastIndexOf(NEWLINE, room - 1) + 1 : 0;
    if (end > 0 || (size > 0 && this.rotation.maxBytes !== undefined)) return lines.subarray(0, end);
    return lines.subarray(0, lines.indexOf(NEWLINE) + 1 || lines.length);
  }

  /** What was written of a line when the disk was full is taken back. */
  async #write(part: Buffer, size: number): Promise<void> {
    const { handle } = this.#open ?? (await this.#reopen());
    try {
      await handle.appendFile(part);
    } catch (error) {
      await handle.truncate(size).catch(() => undefined);
      throw error;
    }
  }

  /** Sees to it that what is open is the file of that name. @returns its size */
  async #follow(): Promise<number> {
    const there = await stat(this.path).catch(() => undefined);
    if (there && there.ino === this.#open?.inode) return there.size;
    return (await (await this.#reopen()).handle.stat()).size;
  }

  async #reopen(): Promise<OpenFile> {
    await this.close();
    await mkdir(dirname(this.path), { recursive: true });
    const handle = await open(this.path, 'a', FILE_MODE);
    this.#open = { handle, inode: (await handle.stat()).ino };
    return this.#open;
  }

  async #rotate(): Promise<void> {
    await withLockFile(`${this.path}.lock`, async () => {
      const there = await statIfThere(this.path);
      // Somebody else was faster, and has perhaps not yet begun the new file.
      if (there === undefined || there.ino !== this.#open?.inode) return;
      await this.#putAside();
    });
  }

  async #putAside(): Promise<void> {
    const { backupCount } = this.rotation;
    if (backupCount === 0) await rm(this.path);
    for (let number = backupCount; number > 0; number -= 1) {
      await renameIfThere(number === 1 ? this.path : `${this.path}.${number - 1}`, `${this.path}.${number}`);
    }
  }
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
