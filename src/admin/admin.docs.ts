import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from '../common/decorators/index.js';

type JsonSchema = Record<string, unknown>;

export interface AdminRoute {
  readonly summary: string;
  readonly response: z.ZodType;
  readonly status?: number;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Refusals beside those of every route. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export function AdminDocs({
  summary,
  response,
  status = 200,
  body,
  query,
  refusals = {},
}: AdminRoute): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ...(body ? [ApiBody({ schema: inputOf(body) })] : []),
    ...(query ? queryDocs(query) : []),
    ApiResponse({ status, standardSchema: response }),
    ...Object.entries(refusals).map(([code, description]) => ApiProblem(Number(code), description)),
    ApiProblem(422, 'Bad values: `errors[].pointer`'),
    ApiProblem(503, 'The database is unavailable'),
  );
}

function queryDocs(query: z.ZodType): MethodDecorator[] {
  const { properties = {} } = inputOf(query) as { properties?: Record<string, JsonSchema> };
  return Object.entries(properties).map(([name, schema]) => ApiQuery({ name, required: false, schema }));
}

function inputOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
}
