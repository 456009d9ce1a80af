import { AppError } from '../common/errors/index.js';

/** 403: this gateway's users are made by its administrators. */
export class RegistrationClosedError extends AppError {
  readonly code = 'REGISTRATION_CLOSED';
  readonly status = 403;
  readonly title = 'Registration is closed';

  constructor() {
    super('Accounts are made by an administrator here.');
  }
}

/** 403 and not 401: the token is good, and a client must not throw it away. */
export class WrongPasswordError extends AppError {
  readonly code = 'WRONG_PASSWORD';
  readonly status = 403;
  readonly title = 'The current password is wrong';

  constructor() {
    super('The current password is another one. Nothing was changed.');
  }
}
