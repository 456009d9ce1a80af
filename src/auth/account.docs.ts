import { applyDecorators } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOperation,
  ApiResponse,
} from '@nestjs/swagger';
import { z } from 'zod';

import { passwordChangeSchema, registrationResponseSchema, registrationSchema } from './account.schema.js';

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };

const refusals = [
  ApiResponse({ status: 422, description: 'Bad body: `errors[].pointer`', ...problem }),
  ApiResponse({ status: 429, description: 'Too many attempts: `Retry-After`', ...problem }),
  ApiResponse({ status: 503, description: 'The database is unavailable, or too busy hashing', ...problem }),
];

export function RegisterDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: 'Create an account of one’s own, where that is allowed' }),
    ApiBody({ schema: bodyOf(registrationSchema) }),
    ApiAcceptedResponse({ standardSchema: registrationResponseSchema }),
    ApiResponse({ status: 403, description: 'Registration is closed', ...problem }),
    ...refusals,
  );
}

export function ChangePasswordDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: 'Change one’s own password, which ends all other sessions' }),
    ApiBearerAuth(),
    ApiBody({ schema: bodyOf(passwordChangeSchema) }),
    ApiNoContentResponse({ description: 'Changed' }),
    ApiResponse({ status: 401, description: 'No access token, or not a valid one', ...problem }),
    ApiResponse({ status: 403, description: 'The current password is wrong', ...problem }),
    ...refusals,
  );
}

function bodyOf(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
}
