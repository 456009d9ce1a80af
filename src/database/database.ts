import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

import type { PoolAddress } from './data-source-options.js';
import { DatabaseConnector, type StartupTask } from './database-connector.js';
import { DatabaseBusyError, DatabaseUnavailableError } from './database-errors.js';
import { translateDatabaseError } from './translate-database-error.js';
import { within } from './within.js';

/** How long a request waits for the database, the wait for a connection included. */
const ANSWER_TIMEOUT_MS = 2_000;

/** For statements that carry a document, or what was made of one. */
export const LARGE_ANSWER_TIMEOUT_MS = 10_000;

/** The way to the database for every repository: it fails fast, and only with errors of ours. */
@Injectable()
export class Database {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly connector: DatabaseConnector,
  ) {}

  /** Whether requests that need the database can be served now. */
  isReady(): boolean {
    return this.connector.isUp;
  }

  /** Resolves at the first (or next) time it is ready. */
  whenReady(): Promise<void> {
    return this.connector.whenUp();
  }

  /** To be called before the application has started. */
  beforeReady(task: StartupTask): void {
    this.connector.addStartupTask(task);
  }

  /** For a library that keeps a pool of its own; to be asked by a startup task. */
  get poolAddress(): PoolAddress {
    return this.connector.poolAddress;
  }

  /**
   * Runs statements, each in its own transaction.
   * @param timeoutMs longer than usual for statements that carry a document
   * @throws DatabaseUnavailableError, DatabaseBusyError, DatabaseFaultError
   */
  run<T>(work: (manager: EntityManager) => Promise<T>, timeoutMs = ANSWER_TIMEOUT_MS): Promise<T> {
    return this.#guard(() => work(this.dataSource.manager), timeoutMs);
  }

  /** Runs all statements in one transaction; errors as in `run`. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>, timeoutMs = ANSWER_TIMEOUT_MS): Promise<T> {
    return this.#guard(() => this.dataSource.transaction(work), timeoutMs);
  }

  async #guard<T>(work: () => Promise<T>, timeoutMs: number): Promise<T> {
    if (!this.connector.acceptsStatements) throw new DatabaseUnavailableError();
    try {
      return await within(timeoutMs, work(), () => new DatabaseBusyError());
    } catch (error) {
      const translated = translateDatabaseError(error);
      const isSuspicious =
        translated instanceof DatabaseUnavailableError || translated instanceof DatabaseBusyError;
      if (isSuspicious) this.connector.suspect();
      throw translated;
    }
  }
}
