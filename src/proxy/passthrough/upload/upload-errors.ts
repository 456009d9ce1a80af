import { AppError } from '../../../common/errors/index.js';

/** 502: a try failed, and meanwhile the upload became too large to be kept for another one, or the disk is full. */
export class UploadLostError extends AppError {
  readonly code = 'UPLOAD_NOT_REPEATABLE';
  readonly status = 502;
  readonly title = 'A microservice failed, and the upload cannot be sent to it again';

  constructor() {
    super('The upload is too large to be kept for a second try.', { extensions: { retryable: false } });
  }
}
