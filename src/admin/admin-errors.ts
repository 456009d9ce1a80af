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
