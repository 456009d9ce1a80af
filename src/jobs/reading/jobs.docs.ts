import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem, queryDocs } from '../../common/decorators/index.js';

type Responses = Readonly<Record<number, Parameters<typeof ApiResponse>[0]>>;

export interface JobRoute {
  readonly summary: string;
  readonly description?: string;
  readonly response: z.ZodType | Responses;
  readonly query?: z.ZodType;
  /** Of the request: what each is for. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Refusals beside those of every route. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export function JobDocs(route: JobRoute): MethodDecorator {
  const { summary, description = '', response, query, headers = {} } = route;
  const responses: Responses =
    response instanceof z.ZodType ? { 200: { standardSchema: response } } : response;
  const refusals = { ...route.refusals, 503: 'The database is unavailable' };
  return applyDecorators(
    ApiOperation({ summary, description }),
    ...(query ? queryDocs(query) : []),
    ...Object.entries(headers).map(([name, purpose]) =>
      ApiHeader({ name, required: false, description: purpose, schema: { type: 'string' } }),
    ),
    ...Object.entries(responses).map(([status, answer]) =>
      ApiResponse({ ...answer, status: Number(status) }),
    ),
    ...Object.entries(refusals).map(([status, reason]) => ApiProblem(Number(status), reason)),
  );
}
