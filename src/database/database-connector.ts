import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { HealthRegistry } from '../health/index.js';
import { BackgroundLoop } from './background-loop.js';
import { checkDatabase } from './check-database.js';
import { closeDataSource } from './close-data-source.js';
import { dataSourceOptions, type PoolAddress, poolAddress, serverAddress } from './data-source-options.js';
import { DatabaseUnavailableError } from './database-errors.js';
import { EmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';

export type StartupTask = () => Promise<void>;

/**
 * Connects in the background and keeps knowing whether the database is there, so that the gateway listens without
 * it, answers 503 at once where it is needed, and recovers by itself.
 */
@Injectable()
export class DatabaseConnector implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('Database');
  readonly #startupTasks: StartupTask[] = [];
  readonly #loop = new BackgroundLoop(() => this.#attempt());
  #state: 'down' | 'starting' | 'up' = 'down';
  #ready = Promise.withResolvers<undefined>();
  #hasBeenUp = false;
  #socketFolder: string | undefined;
  #lastComplaint = '';

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @InjectConfig('database') private readonly config: AppConfig['database'],
    private readonly embedded: EmbeddedPostgres,
    health: HealthRegistry,
  ) {
    health.addDependency({
      name: 'the database',
      isUp: () => this.isUp,
      hasBeenUp: () => this.#hasBeenUp,
    });
  }

  /** Work to be done on a migrated database before it counts as ready; repeated until it succeeds. */
  addStartupTask(task: StartupTask): void {
    this.#startupTasks.push(task);
  }

  get isUp(): boolean {
    return this.#state === 'up';
  }

  get acceptsStatements(): boolean {
    return this.#state !== 'down';
  }

  /** Resolves when the database answers, is migrated and its startup tasks are done. */
  async whenUp(): Promise<void> {
    await this.#ready.promise;
  }

  /** Where the server is that was connected to last. */
  get poolAddress(): PoolAddress {
    return poolAddress(this.config, this.#socketFolder);
  }

  /** Somebody's statement met a broken connection: look now, not at the next heartbeat. */
  suspect(): void {
    this.#loop.wake();
  }

  onApplicationBootstrap(): void {
    this.#loop.start();
  }

  /** Not earlier: requests that drain still need the database. */
  async onApplicationShutdown(): Promise<void> {
    await this.#loop.stop();
    await this.#disconnect();
    await this.embedded.close();
  }

  async #attempt(): Promise<boolean> {
    try {
      if (this.#state === 'up') await checkDatabase(this.dataSource);
      else await this.#bringUp();
      return true;
    } catch (error) {
      await this.#goDown(error);
      return false;
    }
  }

  async #bringUp(): Promise<void> {
    if (!this.dataSource.isInitialized) await this.#connect();
    await checkDatabase(this.dataSource);
    this.#state = 'starting';
    for (const task of this.#startupTasks) await task();
    this.#state = 'up';
    this.#hasBeenUp = true;
    this.#lastComplaint = '';
    this.#ready.resolve(undefined);
    this.#logger.log('The database is ready');
  }

  async #connect(): Promise<void> {
    const socketFolder = this.config.url === '' ? await this.embedded.open() : undefined;
    this.#socketFolder = socketFolder;
    await migrate(dataSourceOptions(this.config, socketFolder));
    this.dataSource.setOptions({
      ...serverAddress(this.config, socketFolder),
      // Without a handler, a backend that is killed while its connection is idle would end the process.
      poolErrorHandler: () => {
        this.suspect();
      },
    });
    await this.dataSource.initialize();
  }

  async #goDown(error: unknown): Promise<void> {
    if (this.#state === 'up') this.#ready = Promise.withResolvers();
    this.#state = 'down';
    const cause = error instanceof DatabaseUnavailableError ? error.cause : error;
    const complaint = cause instanceof Error ? cause.message || cause.name : String(cause);
    if (complaint !== this.#lastComplaint) this.#logger.warn(`The database is not ready: ${complaint}`);
    this.#lastComplaint = complaint;
    // An embedded server of another process may be gone for good; the next attempt finds out who serves now.
    if (this.config.url === '') await this.#disconnect();
  }

  async #disconnect(): Promise<void> {
    try {
      await closeDataSource(this.dataSource);
    } catch (error) {
      this.#logger.warn({ err: error }, 'Could not close the connections to the database');
    }
  }
}
