import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';

import { ApiProblem } from '../../common/decorators/index.js';
import { SERVICE_NAMES } from '../../config/index.js';

/** What the gateway itself answers; everything else is the microservice's. */
const problems: Readonly<Record<number, string>> = {
  400: 'The path can be read in more than one way',
  404: 'No such microservice',
  405: '`TRACE`',
  408: 'The body comes too slowly',
  501: '`Upgrade`, or a transfer coding besides `chunked`',
  502: 'The microservice cannot be reached, broke off, or gave no valid answer: `service`, `retryable`',
  503: 'The microservice is not called for a while, or has more work than it can take: `Retry-After`',
  504: 'The microservice or the whole request took too long',
};

export function PassthroughDocs(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Any path of a microservice, streamed both ways',
      description:
        'Method, path, query, body and answer pass as they are; training a model needs `models:train` as well. Errors in `application/problem+json` with a `code` are the gateway’s.',
    }),
    ApiParam({ name: 'service', enum: SERVICE_NAMES }),
    ApiParam({
      name: 'path',
      description: 'The rest of the path, slashes and all, as the microservice knows it',
      schema: { type: 'string' },
    }),
    ApiResponse({ status: 'default', description: 'What the microservice answers, as it came' }),
    ...Object.entries(problems).map(([status, description]) => ApiProblem(Number(status), description)),
  );
}
