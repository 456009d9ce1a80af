import { Supervisor } from '../../test/support/servers/supervisor-client.ts';

/** PostgreSQL and Redis of this run. */
export interface BackingServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** What a run takes with it when it ends, however it ends: a folder and, where they can be had, two real servers. */
export class RunResources {
  readonly #supervisor = new Supervisor();

  get folder(): string {
    return this.#supervisor.folder;
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

  release(): Promise<void> {
    return this.#supervisor.close();
  }
}
