import { AppError } from '../common/errors/index.js';

/** 403: a request that the cookie of the console came with, but that its own pages did not send. */
export class CrossSiteRequestError extends AppError {
  readonly code = 'CROSS_SITE_REQUEST';
  readonly status = 403;
  readonly title = 'This is for the pages of the console only';

  constructor() {
    super('Only pages of this origin that send `X-Requested-With: iris-console` are served here.');
  }
}

/** 404: an address of a file, such as one of an earlier build. */
export class ConsoleFileNotFoundError extends AppError {
  readonly code = 'CONSOLE_FILE_NOT_FOUND';
  readonly status = 404;
  readonly title = 'The console has no such file';

  constructor(cause?: unknown) {
    super('It may be of an earlier build: load the page again.', { cause });
  }
}

/** 404: somebody has built the gateway alone. */
export class ConsoleNotBuiltError extends AppError {
  readonly code = 'CONSOLE_NOT_BUILT';
  readonly status = 404;
  readonly title = 'This gateway has no console';

  constructor() {
    super('The pages of the console were not built: `npm run build:console`, then start the gateway again.');
  }
}
