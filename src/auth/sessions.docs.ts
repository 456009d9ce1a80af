import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
} from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from '../common/decorators/index.js';
import { tokenResponseSchema } from './login.schema.js';
import { refreshSchema, sessionsResponseSchema } from './sessions.schema.js';

const refreshBody: Record<string, unknown> = z.toJSONSchema(refreshSchema, { target: 'openapi-3.0' });

const databaseProblem = ApiProblem(503, 'The database is unavailable');
const unauthenticated = ApiProblem(401, 'No access token, or not a valid one');

export function RefreshDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Exchange a refresh token for new tokens',
      description:
        'Each refresh token is good once. The same one again within seconds gets the same successor; later it ends the session, because somebody has a copy.',
    }),
    ApiBody({ schema: refreshBody }),
    ApiOkResponse({ standardSchema: tokenResponseSchema }),
    ApiProblem(401, 'Log in again'),
    ApiProblem(422, 'Bad body: `errors[].pointer`'),
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
    ApiProblem(422, 'Bad query: `errors[].pointer`'),
    unauthenticated,
    databaseProblem,
  );
}

export function EndSessionDocs(): MethodDecorator {
  return applyDecorators(
    ofSession("End one of the user's sessions", 'Its tokens do not work any longer'),
    ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }),
    ApiProblem(404, 'No live session of yours has this id'),
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
