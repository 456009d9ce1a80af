import { applyDecorators } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from '../common/decorators/index.js';
import { passwordChangeSchema, registrationResponseSchema, registrationSchema } from './account.schema.js';

const refusals = [
  ApiProblem(422, 'Bad body: `errors[].pointer`'),
  ApiProblem(429, 'Too many attempts: `Retry-After`'),
  ApiProblem(503, 'The database is unavailable, or too busy hashing'),
];

export function RegisterDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: 'Create an account of one’s own, where that is allowed' }),
    ApiBody({ schema: bodyOf(registrationSchema) }),
    ApiAcceptedResponse({ standardSchema: registrationResponseSchema }),
    ApiProblem(403, 'Registration is closed'),
    ...refusals,
  );
}

export function ChangePasswordDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: 'Change one’s own password, which ends all other sessions' }),
    ApiBearerAuth(),
    ApiBody({ schema: bodyOf(passwordChangeSchema) }),
    ApiNoContentResponse({ description: 'Changed' }),
    ApiProblem(401, 'No access token, or not a valid one'),
    ApiProblem(403, 'The current password is wrong'),
    ...refusals,
  );
}

function bodyOf(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
}
