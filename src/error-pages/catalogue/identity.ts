import type { ErrorEntries } from './error-entry.js';

/** Who asks, and what they may do. */
export const IDENTITY_ERRORS = {
  AUTHENTICATION_REQUIRED: {
    status: 401,
    title: 'Authentication is required',
    meaning: 'The route is not public, and the request has no credential.',
    action: 'Send an access token (Authorization: Bearer …) or an API key (X-API-Key: …).',
  },
  INVALID_TOKEN: {
    status: 401,
    title: 'The access token is not valid',
    meaning:
      'The access token is malformed, expired, revoked or not one of this gateway. Which of them is not told.',
    action: 'Get a new one with POST /auth/refresh, or log in again.',
  },
  INVALID_API_KEY: {
    status: 401,
    title: 'The API key is not valid',
    meaning:
      'The API key is malformed, expired, revoked or not one of this gateway, or its owner is disabled.',
    action: 'Make another key with POST /auth/api-keys.',
  },
  INVALID_CREDENTIALS: {
    status: 401,
    title: 'The credentials are not valid',
    meaning:
      'There is no such user, the password is wrong, or the user is disabled. Which of them is not told.',
    action: 'Check both, and that you are allowed in. After several failures, attempts are slowed down.',
  },
  INVALID_REFRESH_TOKEN: {
    status: 401,
    title: 'The refresh token is not valid',
    meaning:
      'The refresh token is unknown, expired, was used before, or its session has ended. A used one that comes again ends the session, because somebody has a copy.',
    action: 'Log in again. Keep only the newest refresh token, and use it from one place.',
  },
  INSUFFICIENT_SCOPE: {
    status: 403,
    title: 'The credentials do not suffice',
    meaning:
      'The credential is good, but has not all of the scopes that the route asks for; WWW-Authenticate names them.',
    action: 'Use a key with these scopes, or ask an administrator for a role that has them.',
  },
  ACCESS_TOKEN_REQUIRED: {
    status: 403,
    title: 'API keys are not accepted here',
    meaning: 'The route is for people who have logged in, such as those that make API keys.',
    action: 'Log in, and send the access token.',
  },
  REGISTRATION_CLOSED: {
    status: 403,
    title: 'Registration is closed',
    meaning: 'Nobody may create an account of their own here.',
    action: 'Ask an administrator for an account.',
  },
  WRONG_PASSWORD: {
    status: 403,
    title: 'The current password is wrong',
    meaning: 'The current password has to be given to set another one, and it is not this one.',
    action: 'Try again, or ask an administrator to set a new one.',
  },
  SCOPE_NOT_HELD: {
    status: 403,
    title: 'A scope is not yours to give',
    meaning: 'An API key has no more scopes than its owner.',
    action: 'Leave out the scopes that the detail names.',
  },
  LOGIN_THROTTLED: {
    status: 429,
    title: 'Too many attempts',
    meaning: 'There were too many failures of late, for this account or from this address.',
    action: 'Wait for as many seconds as Retry-After says.',
  },
  PASSWORD_HASHING_BUSY: {
    status: 503,
    title: 'Too many passwords are being checked',
    meaning: 'Checking passwords takes a lot of work, and all of that work is taken.',
    action: 'Send it again after Retry-After.',
  },
  SESSION_NOT_FOUND: {
    status: 404,
    title: 'There is no such session',
    meaning: 'You have no live session with this id.',
    action: 'GET /auth/sessions lists those that you have.',
  },
  API_KEY_NOT_FOUND: {
    status: 404,
    title: 'There is no such API key',
    meaning: 'You have no API key with this id.',
    action: 'GET /auth/api-keys lists those that you have.',
  },
  API_KEY_NOT_ACTIVE: {
    status: 409,
    title: 'The API key cannot be rotated',
    meaning: 'The key has been revoked, has expired, or has been rotated already.',
    action: 'Make a new key, or rotate the one that followed: replaced_by.',
  },
  API_KEY_LIMIT: {
    status: 409,
    title: 'There are too many API keys',
    meaning: 'You have as many working keys as a user may have.',
    action: 'Revoke one that is no longer needed.',
    members: ['limit'],
  },
  USER_EXISTS: {
    status: 409,
    title: 'The user exists already',
    meaning: 'There is a user with this e-mail address.',
    action: 'Use that account, or another address.',
  },
  USER_NOT_FOUND: {
    status: 404,
    title: 'There is no such user',
    meaning: 'No user has this id.',
    action: 'GET /admin/users lists them.',
  },
  LAST_ADMIN: {
    status: 409,
    title: 'The last administrator must stay',
    meaning: 'Without this user nobody could administer the gateway.',
    action: 'Make another administrator first.',
  },
  PRINCIPAL_NOT_FOUND: {
    status: 404,
    title: 'There is no such user or API key',
    meaning: 'No user and no API key of this kind has this id.',
    action: 'Take the id from GET /admin/users, or from the audit log.',
  },
  ROUTE_UNKNOWN: {
    status: 404,
    title: 'Nothing answers such a request',
    meaning: 'You asked what would become of a request, and there is no route for it.',
    action: 'Name a method and a path of the API reference, such as POST /process.',
  },
} satisfies ErrorEntries;
