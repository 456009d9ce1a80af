import { z } from 'zod';

import { RouteDocs } from '../common/decorators/index.js';
import { DATABASE_DOWN } from '../database/index.js';
import { tokenResponseSchema } from './login.schema.js';
import { INVALID_BODY } from './refusals.docs.js';
import { refreshSchema, sessionsQuerySchema, sessionsResponseSchema } from './sessions.schema.js';

export function RefreshDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'Exchange a refresh token for new tokens',
    description:
      'Each refresh token is good once. The same one again within seconds gets the same successor; later it ends the session, because somebody has a copy.',
    body: refreshSchema,
    examples: [
      {
        summary: 'The refresh token of the login',
        value: { refresh_token: 'iris_refresh_XRVqUYiX0UoXGzvX5mJpVsL0b8Qd2sT4aB7cD9eF1gH' },
      },
    ],
    answers: { 200: { description: 'New tokens', schema: tokenResponseSchema } },
    refusals: { 401: 'Log in again: `INVALID_REFRESH_TOKEN`', ...INVALID_BODY, ...DATABASE_DOWN },
  });
}

export function LogoutDocs(): MethodDecorator {
  return RouteDocs({
    summary: 'End the session of the access token',
    answers: { 204: { description: 'Its tokens do not work any longer' } },
    refusals: DATABASE_DOWN,
  });
}

export function LogoutAllDocs(): MethodDecorator {
  return RouteDocs({
    summary: "End all the user's sessions",
    answers: { 204: { description: 'None of their tokens works any longer' } },
    refusals: DATABASE_DOWN,
  });
}

export function ListSessionsDocs(): MethodDecorator {
  return RouteDocs({
    summary: "The user's live sessions, the newest first",
    query: sessionsQuerySchema,
    response: sessionsResponseSchema,
    refusals: { 422: 'Bad query: `VALIDATION_FAILED`, with `errors[].pointer`', ...DATABASE_DOWN },
  });
}

export function EndSessionDocs(): MethodDecorator {
  return RouteDocs({
    summary: "End one of the user's sessions",
    params: { id: z.uuid().meta({ description: 'Of a session of yours' }) },
    answers: { 204: { description: 'Its tokens do not work any longer' } },
    refusals: { 404: 'No live session of yours has this id: `SESSION_NOT_FOUND`', ...DATABASE_DOWN },
  });
}
