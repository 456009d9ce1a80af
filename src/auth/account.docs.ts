import { RouteDocs } from '../common/decorators/index.js';
import { passwordChangeSchema, registrationResponseSchema, registrationSchema } from './account.schema.js';
import { HASHING_BUSY, INVALID_BODY, TOO_MANY_ATTEMPTS } from './refusals.docs.js';

export function RegisterDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'Create an account of one’s own, where that is allowed',
    body: registrationSchema,
    examples: [
      { summary: 'A new account', value: { email: 'ana@example.com', password: 'eleven blue umbrellas' } },
    ],
    answers: { 202: { description: 'Accepted', schema: registrationResponseSchema } },
    refusals: {
      403: 'Registration is closed: `REGISTRATION_CLOSED`',
      ...INVALID_BODY,
      ...TOO_MANY_ATTEMPTS,
      ...HASHING_BUSY,
    },
  });
}

export function ChangePasswordDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'Change one’s own password, which ends all other sessions',
    body: passwordChangeSchema,
    examples: [
      {
        summary: 'Another password',
        value: { current_password: 'eleven blue umbrellas', new_password: 'twelve green umbrellas' },
      },
    ],
    status: 204,
    refusals: {
      403: 'The current password is wrong: `WRONG_PASSWORD`',
      ...INVALID_BODY,
      ...TOO_MANY_ATTEMPTS,
      ...HASHING_BUSY,
    },
  });
}
