import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from '../common/decorators/index.js';
import { loginSchema, meResponseSchema, tokenResponseSchema } from './login.schema.js';

const databaseProblem = ApiProblem(503, 'The database is unavailable');

const loginBody: Record<string, unknown> = z.toJSONSchema(loginSchema, { target: 'openapi-3.0' });

export function LoginDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Exchange e-mail address and password for a session: an access token and a refresh token',
    }),
    ApiBody({ schema: loginBody }),
    ApiOkResponse({ standardSchema: tokenResponseSchema }),
    ApiProblem(401, 'The e-mail address or the password is wrong'),
    ApiProblem(422, 'Bad body: `errors[].pointer`'),
    ApiProblem(429, 'Too many attempts: `Retry-After`'),
    ApiProblem(503, 'The database is unavailable, or too busy hashing'),
  );
}

export function MeDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: 'The user that the access token belongs to' }),
    ApiBearerAuth(),
    ApiOkResponse({ standardSchema: meResponseSchema }),
    ApiProblem(401, 'No access token, or not a valid one'),
    databaseProblem,
  );
}
