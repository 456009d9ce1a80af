import { AppError } from '../common/errors/index.js';

const UNAVAILABLE_RETRY_SECONDS = 2;
const BUSY_RETRY_SECONDS = 1;

/** 503: PostgreSQL cannot be reached, or takes no writes. */
export class DatabaseUnavailableError extends AppError {
  readonly code = 'DATABASE_UNAVAILABLE';
  readonly status = 503;
  readonly title = 'The database is unavailable';

  constructor(cause?: unknown) {
    super('The database does not answer. Try again shortly.', {
      retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS,
      cause,
    });
  }
}

/** 503: PostgreSQL is there, but it did not get to this request in time. */
export class DatabaseBusyError extends AppError {
  readonly code = 'DB_BUSY';
  readonly status = 503;
  readonly title = 'The database is busy';

  constructor(cause?: unknown) {
    super('The database is too busy to answer. Try again shortly.', {
      retryAfterSeconds: BUSY_RETRY_SECONDS,
      cause,
    });
  }
}

/**
 * A statement that PostgreSQL refused: a fault of ours, unless the caller expected it.
 * Carries no statement, parameter or row, because those hold e-mail addresses and hashes and errors are logged.
 */
export class DatabaseFaultError extends Error {
  override readonly name = 'DatabaseFaultError';

  /** @param sqlState https://www.postgresql.org/docs/current/errcodes-appendix.html */
  constructor(
    readonly sqlState: string,
    readonly constraint: string | undefined,
  ) {
    super(`PostgreSQL refused a statement: ${sqlState}${constraint ? ` (${constraint})` : ''}`);
  }

  get isUniqueViolation(): boolean {
    return this.sqlState === '23505';
  }
}
