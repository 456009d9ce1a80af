/** What the routes about identity refuse, in the words of the API description. */

export const INVALID_BODY = { 422: 'Bad body: `VALIDATION_FAILED`, with `errors[].pointer`' };
export const TOO_MANY_ATTEMPTS = { 429: 'Too many attempts: `LOGIN_THROTTLED`' };
export const HASHING_BUSY = {
  503: 'The database is unavailable, or too many passwords are being checked: `DATABASE_UNAVAILABLE`, `DB_BUSY`, `PASSWORD_HASHING_BUSY`, `REDIS_UNAVAILABLE`',
};
