import { RouteDocs } from '../common/decorators/index.js';
import { DATABASE_DOWN } from '../database/index.js';
import { loginSchema, meResponseSchema, tokenResponseSchema } from './login.schema.js';
import { HASHING_BUSY, INVALID_BODY, TOO_MANY_ATTEMPTS } from './refusals.docs.js';

export function LoginDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'Exchange e-mail address and password for a session',
    description:
      'The access token goes into `Authorization: Bearer …` of other requests; the refresh token is good for one `POST /auth/refresh`.',
    body: loginSchema,
    examples: [
      {
        summary: 'A user who exists',
        value: { email: 'ana@example.com', password: 'eleven blue umbrellas' },
      },
    ],
    answers: { 200: { description: 'Logged in', schema: tokenResponseSchema } },
    refusals: {
      401: 'The e-mail address or the password is wrong: `INVALID_CREDENTIALS`',
      ...INVALID_BODY,
      ...TOO_MANY_ATTEMPTS,
      ...HASHING_BUSY,
    },
  });
}

export function MeDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'The user that the access token belongs to',
    response: meResponseSchema,
    refusals: DATABASE_DOWN,
  });
}
