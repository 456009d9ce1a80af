import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import { z } from 'zod';

import { tokenResponseSchema } from './login.schema.js';
import { refreshSchema, sessionsResponseSchema } from './sessions.schema.js';

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };
const refreshBody: Record<string, unknown> = z.toJSONSchema(refreshSchema, { target: 'openapi-3.0' });

const databaseProblem = ApiResponse({ status: 503, description: 'The database is unavailable', ...problem });
const unauthenticated = ApiResponse({
  status: 401,
  description: 'No access token, or not a valid one',
  ...problem,
});

export function RefreshDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Exchange a refresh token for new tokens',
      description:
        'Each refresh token is good once. The same one again within seconds gets the same successor; later it ends the session, because somebody has a copy.',
    }),
    ApiBody({ schema: refreshBody }),
    ApiOkResponse({ standardSchema: tokenResponseSchema }),
    ApiResponse({ status: 401, description: 'Log in again', ...problem }),
    ApiResponse({ status: 422, description: 'Bad body: `errors[].pointer`', ...problem }),
    databaseProblem,
  );
}

export function LogoutDocs(): MethodDecorator {
  return ofSession('End the session of the access token', 'Its tokens do not work any longer');
}

export function LogoutAllDocs(): MethodDecorator {
  return ofSession("End all the user's sessions", 'None of their tokens works any longer');
}

export function ListSessionsDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: "The user's live sessions, the newest first" }),
    ApiBearerAuth(),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      description: '`next_cursor` of the page before',
      schema: { type: 'string' },
    }),
    ApiOkResponse({ standardSchema: sessionsResponseSchema }),
    ApiResponse({ status: 422, description: 'Bad query: `errors[].pointer`', ...problem }),
    unauthenticated,
    databaseProblem,
  );
}

export function EndSessionDocs(): MethodDecorator {
  return applyDecorators(
    ofSession("End one of the user's sessions", 'Its tokens do not work any longer'),
    ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }),
    ApiResponse({ status: 404, description: 'No live session of yours has this id', ...problem }),
  );
}

function ofSession(summary: string, success: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiBearerAuth(),
    ApiNoContentResponse({ description: success }),
    unauthenticated,
    databaseProblem,
  );
}
