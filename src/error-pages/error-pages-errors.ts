import { AppError } from '../common/errors/index.js';

/** 404: no problem has this code. */
export class ErrorCodeUnknownError extends AppError {
  readonly code = 'ERROR_CODE_UNKNOWN';
  readonly status = 404;
  readonly title = 'There is no such error code';

  constructor() {
    super('No problem has this code. GET /errors lists all of them.');
  }
}
