import { AppError } from '../../common/errors/index.js';
import type { JobError } from '../job-error.js';

const RETRY_SECONDS = 1;
const STREAM_RETRY_SECONDS = 5;

/** 409: the job is not finished yet. */
export class ResultNotReadyError extends AppError {
  readonly code = 'RESULT_NOT_READY';
  readonly status = 409;
  readonly title = 'The result is not ready';

  constructor(state: string) {
    super(`The job is ${state}. Ask again, or wait for it with GET /jobs/{id}?wait=60.`, {
      retryAfterSeconds: RETRY_SECONDS,
      extensions: { retryable: true },
    });
  }
}

/** 409: the job is over, and has no result. */
export class ResultNeverComesError extends AppError {
  readonly code = 'RESULT_NEVER_COMES';
  readonly status = 409;
  readonly title = 'There will be no result';

  /** @param error why the job failed; null when it was cancelled */
  constructor(error: JobError | null) {
    const { service, phase } = error ?? {};
    super(error ? `The job has failed: ${error.code}: ${error.detail}` : 'The job was cancelled.', {
      extensions: { ...(service !== undefined && { service }), ...(phase !== undefined && { phase }) },
    });
  }
}

/** 410: it was kept as long as it was to be kept. */
export class ResultGoneError extends AppError {
  readonly code = 'RESULT_GONE';
  readonly status = 410;
  readonly title = 'The result is gone';

  constructor() {
    super('The result is no longer kept.');
  }
}

/** 429: one user has that many streams of events open at this replica. */
export class TooManyStreamsError extends AppError {
  readonly code = 'TOO_MANY_STREAMS';
  readonly status = 429;
  readonly title = 'Too many of your streams are open';

  constructor(limit: number) {
    super(`You have ${limit} streams of events open. Close one first.`, {
      retryAfterSeconds: STREAM_RETRY_SECONDS,
      extensions: { limit },
    });
  }
}
