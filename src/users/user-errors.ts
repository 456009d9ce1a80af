import { AppError } from '../common/errors/index.js';

/** 409: there is a user with this e-mail address. */
export class UserExistsError extends AppError {
  readonly code = 'USER_EXISTS';
  readonly status = 409;
  readonly title = 'The user exists already';

  constructor() {
    super('There is a user with this e-mail address already.');
  }
}
