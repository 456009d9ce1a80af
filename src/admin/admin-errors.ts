import { AppError } from '../common/errors/index.js';

/** 404: no user and no API key has this id. */
export class PrincipalNotFoundError extends AppError {
  readonly code = 'PRINCIPAL_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such user or API key';

  constructor() {
    super('No user and no API key of this kind has this id.');
  }
}

/** 404: nothing would answer the request that was asked about. */
export class RouteUnknownError extends AppError {
  readonly code = 'ROUTE_UNKNOWN';
  readonly status = 404;
  readonly title = 'Nothing answers such a request';

  constructor(method: string, path: string) {
    super(`There is no route for ${method} ${path}.`);
  }
}
