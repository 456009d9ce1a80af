import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

import { DatabaseConnector, type StartupTask } from './database-connector.js';
import { DatabaseBusyError, DatabaseUnavailableError } from './database-errors.js';
import { translateDatabaseError } from './translate-database-error.js';
import { within } from './within.js';

/** How long a request waits for the database, the wait for a connection included. */
const ANSWER_TIMEOUT_MS = 2_000;

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

  /**
   * Runs statements, each in its own transaction.
   * @throws DatabaseUnavailableError, DatabaseBusyError, DatabaseFaultError
   */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#guard(() => work(this.dataSource.manager));
  }

  /** Runs all statements in one transaction; errors as in `run`. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#guard(() => this.dataSource.transaction(work));
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    if (!this.connector.acceptsStatements) throw new DatabaseUnavailableError();
    try {
      return await within(ANSWER_TIMEOUT_MS, work(), () => new DatabaseBusyError());
    } catch (error) {
      const translated = translateDatabaseError(error);
      const isSuspicious =
        translated instanceof DatabaseUnavailableError || translated instanceof DatabaseBusyError;
      if (isSuspicious) this.connector.suspect();
      throw translated;
    }
  }
}
