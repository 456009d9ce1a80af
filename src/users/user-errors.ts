import { AppError } from '../common/errors/index.js';

const BUSY_RETRY_SECONDS = 1;

/** 409: there is a user with this e-mail address. */
export class UserExistsError extends AppError {
  readonly code = 'USER_EXISTS';
  readonly status = 409;
  readonly title = 'The user exists already';

  constructor() {
    super('There is a user with this e-mail address already.');
  }
}

/** 404: no user has this id, or it is no id at all. */
export class UserNotFoundError extends AppError {
  readonly code = 'USER_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such user';

  constructor() {
    super('No user has this id.');
  }
}

/** 409: without this user nobody could administer the gateway. */
export class LastAdminError extends AppError {
  readonly code = 'LAST_ADMIN';
  readonly status = 409;
  readonly title = 'The last administrator must stay';

  constructor() {
    super('This is the last administrator who is not disabled. Make another one first.');
  }
}

/** 503: more passwords are being checked than the processors can do. */
export class PasswordHashingBusyError extends AppError {
  readonly code = 'PASSWORD_HASHING_BUSY';
  readonly status = 503;
  readonly title = 'Too many passwords are being checked';

  constructor() {
    super('Too many passwords are being checked. Try again shortly.', {
      retryAfterSeconds: BUSY_RETRY_SECONDS,
    });
  }
}
