import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { PGlite } from '@electric-sql/pglite';

import type { DataFolderLock, LockHolder } from './data-folder-lock.js';
import { SocketServer } from './socket-server.js';

/** `pg` finds a server by its folder and this name. */
const SOCKET_NAME = '.s.PGSQL.5432';
const FOLDER_PREFIX = 'iris-postgres-';

/** PGlite with its socket and its lock, from listening to closing. */
export class RunningServer {
  /** Fresh and 0700: PGlite asks for no password, so nobody else may reach the socket. */
  readonly folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  readonly #mine: LockHolder = { pid: process.pid, socket: join(this.folder, SOCKET_NAME) };
  readonly #opened = Promise.withResolvers<PGlite>();
  readonly #server = new SocketServer(this.#opened.promise);
  #database: PGlite | undefined;

  constructor(private readonly lock: DataFolderLock) {
    // Whoever waits for it gets the error; nobody waiting is no reason to end the process.
    this.#opened.promise.catch(() => undefined);
  }

  async listen(): Promise<void> {
    await this.#server.listen(this.#mine.socket);
  }

  claim(stale: LockHolder | undefined): boolean {
    const claimed = this.lock.claim(this.#mine, stale);
    if (claimed && stale) removeLeftFolder(stale);
    return claimed;
  }

  async openFiles(path: string): Promise<void> {
    try {
      // Tens of megabytes of WebAssembly, which a gateway with a DATABASE_URL never loads.
      const { PGlite } = await import('@electric-sql/pglite');
      this.#database = await PGlite.create({ dataDir: path });
      this.#opened.resolve(this.#database);
    } catch (error) {
      this.#opened.reject(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#opened.reject(new Error('closed'));
    await this.#server.close();
    await this.#database?.close();
    this.lock.release(this.#mine);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A process that was killed could not tidy up. The name is checked, because it comes from a file. */
function removeLeftFolder({ socket }: LockHolder): void {
  const folder = dirname(socket);
  const isOurs = dirname(folder) === tmpdir() && basename(folder).startsWith(FOLDER_PREFIX);
  if (isOurs) rmSync(folder, { recursive: true, force: true });
}
