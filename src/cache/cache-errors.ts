import { AppError } from '../common/errors/index.js';

/** 504 (RFC 9111, 5.2.1.7): the client wants an answer from the cache or none, and the cache has not all of it. */
export class NotCachedError extends AppError {
  readonly code = 'CACHE_INCOMPLETE';
  readonly status = 504;
  readonly title = 'The cache does not have the answer';

  constructor() {
    super('The request says only-if-cached, and the cache does not have all that the answer takes.');
  }
}
