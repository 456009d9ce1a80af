import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

const problem = { content: { 'application/problem+json': { schema: { type: 'object' } } } };

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
    ...Object.entries(refusals).map(([code, description]) =>
      ApiResponse({ status: Number(code), description, ...problem }),
    ),
    ApiResponse({ status: 422, description: 'Bad values: `errors[].pointer`', ...problem }),
    ApiResponse({ status: 503, description: 'The database is unavailable', ...problem }),
  );
}

function queryDocs(query: z.ZodType): MethodDecorator[] {
  const { properties = {} } = inputOf(query) as { properties?: Record<string, JsonSchema> };
  return Object.entries(properties).map(([name, schema]) => ApiQuery({ name, required: false, schema }));
}

function inputOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
}
