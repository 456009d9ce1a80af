import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { RouteDocs } from '../../common/decorators/index.js';
import { SERVICE_NAMES } from '../../config/index.js';

const REFUSALS = {
  400: 'The path can be read in more than one way: `REQUEST_MALFORMED`',
  404: 'No such microservice: `SERVICE_UNKNOWN`',
  405: '`TRACE`: `METHOD_NOT_ALLOWED`',
  408: 'The body comes too slowly: `REQUEST_TIMEOUT`',
  501: '`Upgrade`, or a transfer coding besides `chunked`: `UPGRADE_NOT_SUPPORTED`, `TRANSFER_CODING_NOT_SUPPORTED`',
  502: 'The microservice cannot be reached, broke off, or gave no valid answer, with `service` and `retryable`: `UPSTREAM_UNAVAILABLE`, `UPSTREAM_FAILED`, `UPSTREAM_INVALID_RESPONSE`, `UPLOAD_NOT_REPEATABLE`',
  503: 'The microservice is not called for a while, or has more work than it can take: `UPSTREAM_BREAKER_OPEN`, `UPSTREAM_OVERLOADED`',
  504: 'The microservice or the whole request took too long: `UPSTREAM_TIMEOUT`, `DEADLINE_EXCEEDED`',
};

/** `REFUSALS` are what the gateway itself answers; everything else is the microservice's. */
export function PassthroughDocs(): MethodDecorator {
  return applyDecorators(
    RouteDocs({
      summary: 'Any path of a microservice, streamed both ways',
      description:
        'Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.',
      params: {
        service: z.enum(SERVICE_NAMES).meta({ description: 'The microservice' }),
        path: z.string().meta({
          description: 'The rest of the path, slashes and all, as the microservice knows it',
          example: 'health',
        }),
      },
      answers: {},
      refusals: REFUSALS,
    }),
    ApiResponse({
      status: 'default',
      description: 'What the microservice answers, as it came',
      content: { '*/*': { schema: {} } },
    }),
  );
}
