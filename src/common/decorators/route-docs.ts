import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from './api-problem.js';

type JsonSchema = Record<string, unknown>;

/** What the API description says of a route. */
export interface RouteDescription {
  readonly summary: string;
  /** 200, unless it says otherwise. */
  readonly status?: number;
  /** Undefined: the answer has no body. */
  readonly response?: z.ZodType;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly refusals?: Readonly<Record<number, string>>;
}

export function RouteDocs({
  summary,
  status = 200,
  response,
  body,
  query,
  refusals = {},
}: RouteDescription): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ...(body ? [ApiBody({ schema: inputOf(body) })] : []),
    ...(query ? queryDocs(query) : []),
    ApiResponse({ status, ...(response ? { standardSchema: response } : { description: 'Done' }) }),
    ...Object.entries(refusals).map(([code, description]) => ApiProblem(Number(code), description)),
  );
}

/** The parameters of a query, all of which are optional. */
export function queryDocs(query: z.ZodType): MethodDecorator[] {
  const { properties = {} } = inputOf(query) as { properties?: Record<string, JsonSchema> };
  return Object.entries(properties).map(([name, schema]) => ApiQuery({ name, required: false, schema }));
}

function inputOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
}
