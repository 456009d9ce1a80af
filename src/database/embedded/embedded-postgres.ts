import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join, resolve } from 'node:path';

import { Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../../config/index.js';
import { DataFolderLock, type LockHolder } from './data-folder-lock.js';
import { RunningServer } from './running-server.js';

const PROBE_TIMEOUT_MS = 1_000;
const CLAIM_ATTEMPTS = 5;

/**
 * The PostgreSQL that comes with the gateway: PGlite, for one machine and for trying things out.
 * The first process on a data folder opens the files and serves them to the others. See docs/decisions/0002.
 */
@Injectable()
export class EmbeddedPostgres {
  readonly #dataDir: string;
  readonly #lock: DataFolderLock;
  #running: RunningServer | undefined;

  constructor(@InjectConfig('runtime') config: AppConfig['runtime']) {
    this.#dataDir = resolve(config.data_dir);
    this.#lock = new DataFolderLock(join(this.#dataDir, 'postgres.json'));
  }

  /** @returns the folder of the socket, of our own server or of the process that already has the files open */
  async open(): Promise<string> {
    if (this.#running) return this.#running.folder;
    mkdirSync(this.#dataDir, { recursive: true, mode: 0o700 });
    for (let attempt = 1; attempt <= CLAIM_ATTEMPTS; attempt += 1) {
      const holder = this.#lock.holder();
      if (holder && (await answers(holder.socket))) return dirname(holder.socket);
      const folder = await this.#start(holder);
      if (folder) return folder;
    }
    throw new Error(`another process keeps taking ${join(this.#dataDir, 'postgres.json')}`);
  }

  /** Closes our own server; one of another process is left alone. */
  async close(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.close();
  }

  /** Listens before it claims the files, so that whoever reads the lock finds the socket alive. */
  async #start(stale: LockHolder | undefined): Promise<string | undefined> {
    const running = new RunningServer(this.#lock);
    await running.listen();
    if (!running.claim(stale)) {
      await running.close();
      return undefined;
    }
    try {
      await running.openFiles(join(this.#dataDir, 'postgres'));
    } catch (error) {
      await running.close();
      throw error;
    }
    this.#running = running;
    return running.folder;
  }
}

async function answers(socketPath: string): Promise<boolean> {
  const socket = connect(socketPath);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
