import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { loginSchema, meResponseSchema, tokenResponseSchema } from './login.schema.js';

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };
const databaseProblem = ApiResponse({ status: 503, description: 'The database is unavailable', ...problem });

const loginBody: Record<string, unknown> = z.toJSONSchema(loginSchema, { target: 'openapi-3.0' });

export function LoginDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Exchange e-mail address and password for a session: an access token and a refresh token',
    }),
    ApiBody({ schema: loginBody }),
    ApiOkResponse({ standardSchema: tokenResponseSchema }),
    ApiResponse({ status: 401, description: 'The e-mail address or the password is wrong', ...problem }),
    ApiResponse({ status: 422, description: 'Bad body: `errors[].pointer`', ...problem }),
    ApiResponse({ status: 429, description: 'Too many attempts: `Retry-After`', ...problem }),
    ApiResponse({ status: 503, description: 'The database is unavailable, or too busy hashing', ...problem }),
  );
}

export function MeDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: 'The user that the access token belongs to' }),
    ApiBearerAuth(),
    ApiOkResponse({ standardSchema: meResponseSchema }),
    ApiResponse({ status: 401, description: 'No access token, or not a valid one', ...problem }),
    databaseProblem,
  );
}
