import type { Scope } from '../common/context/index.js';
import { AppError } from '../common/errors/index.js';

/** 404: the caller has no key with this id, whoever else may have one. */
export class ApiKeyNotFoundError extends AppError {
  readonly code = 'API_KEY_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such API key';

  constructor() {
    super('You have no API key with this id.');
  }
}

/** 409: only a key that works, and that has no successor yet, can be rotated. */
export class ApiKeyNotActiveError extends AppError {
  readonly code = 'API_KEY_NOT_ACTIVE';
  readonly status = 409;
  readonly title = 'The API key cannot be rotated';

  constructor() {
    super('The API key has been revoked, has expired, or has been rotated already.');
  }
}

/** 409: nobody needs so many keys; a program that runs wild does. */
export class ApiKeyLimitError extends AppError {
  readonly code = 'API_KEY_LIMIT';
  readonly status = 409;
  readonly title = 'There are too many API keys';

  constructor(limit: number) {
    super(`You have ${limit} API keys that work. Revoke one first.`, { extensions: { limit } });
  }
}

/** 403: nobody can hand on what they may not do themselves. */
export class ScopeNotHeldError extends AppError {
  readonly code = 'SCOPE_NOT_HELD';
  readonly status = 403;
  readonly title = 'A scope is not yours to give';

  constructor(scopes: readonly Scope[]) {
    super(`An API key has no more scopes than its owner, and you do not have ${scopes.join(' and ')}.`);
  }
}
