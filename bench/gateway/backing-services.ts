import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Supervisor } from '../../test/support/servers/supervisor-client.ts';

/** PostgreSQL and Redis of this run. */
export interface BackingServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** What the run takes with it when it ends: a folder and, where they can be had, two real servers. */
export class RunResources {
  readonly folder = mkdtempSync(join(tmpdir(), 'iris-bench-'));
  readonly #supervisor = new Supervisor();

  constructor() {
    process.once('exit', () => {
      this.#removeFolder();
    });
  }

  /** @returns undefined, and says why, where PostgreSQL or Redis is not to be had */
  async backingServices(): Promise<BackingServices | undefined> {
    try {
      const [databaseUrl, redisUrl] = await Promise.all([
        this.#supervisor.perform('start', 'postgres'),
        this.#supervisor.perform('start', 'redis'),
      ]);
      return { databaseUrl, redisUrl };
    } catch (error) {
      console.log(`  ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  async release(): Promise<void> {
    await this.#supervisor.close();
    this.#removeFolder();
  }

  #removeFolder(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
