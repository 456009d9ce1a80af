import { AppError } from '../common/errors/index.js';

/** 404: there is no such job, or it is somebody else's; nobody can tell which. */
export class JobNotFoundError extends AppError {
  readonly code = 'JOB_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such job';

  constructor() {
    super('There is no such job, or it is not yours.');
  }
}

/** 409: it is over, so that it cannot be cancelled. */
export class JobFinishedError extends AppError {
  readonly code = 'JOB_FINISHED';
  readonly status = 409;
  readonly title = 'The job is finished';

  constructor(state: string) {
    super(`The job has ${state}.`);
  }
}

/** 409: only a job that was given up can be retried, and only while its document is kept. */
export class JobNotRetryableError extends AppError {
  readonly code = 'JOB_NOT_RETRYABLE';
  readonly status = 409;
  readonly title = 'The job cannot be retried';

  constructor() {
    super('Only a job that was given up for want of attempts can be retried, while its document is kept.');
  }
}

/** 503: as many jobs wait as may. */
export class QueueFullError extends AppError {
  readonly code = 'QUEUE_FULL';
  readonly status = 503;
  readonly title = 'The queue is full';

  constructor(limit: number, waiting: number, retryAfterSeconds: number) {
    super(`${waiting} jobs wait already.`, { retryAfterSeconds, extensions: { limit, actual: waiting } });
  }
}

/** 429: as many jobs of this user wait as may. */
export class TooManyJobsError extends AppError {
  readonly code = 'TOO_MANY_JOBS';
  readonly status = 429;
  readonly title = 'Too many of your jobs wait';

  constructor(limit: number, waiting: number, retryAfterSeconds: number) {
    super(`${waiting} of your jobs wait already.`, {
      retryAfterSeconds,
      extensions: { limit, actual: waiting },
    });
  }
}

/** What a job is given up with when no other reason is known: its workers died of it, or it became too old. */
export class JobGivenUpError extends AppError {
  readonly code = 'JOB_GIVEN_UP';
  readonly status = 500;
  readonly title = 'The job was given up';
}
