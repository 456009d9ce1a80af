import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from '../common/decorators/index.js';

type JsonSchema = Record<string, unknown>;

export interface WebhookRoute {
  readonly summary: string;
  readonly status?: number;
  readonly response?: z.ZodType;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Refusals beside those of every route. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export function WebhookDocs(route: WebhookRoute): MethodDecorator {
  const refusals = { ...route.refusals, 503: 'The database is unavailable' };
  return applyDecorators(
    ApiOperation({ summary: route.summary }),
    ...(route.body ? [ApiBody({ schema: inputOf(route.body) })] : []),
    ...(route.query ? queryDocs(route.query) : []),
    ApiResponse({
      status: route.status ?? 200,
      ...(route.response ? { standardSchema: route.response } : { description: 'Done' }),
    }),
    ...Object.entries(refusals).map(([status, description]) => ApiProblem(Number(status), description)),
  );
}

function queryDocs(query: z.ZodType): MethodDecorator[] {
  const { properties = {} } = inputOf(query) as { properties?: Record<string, JsonSchema> };
  return Object.entries(properties).map(([name, schema]) => ApiQuery({ name, required: false, schema }));
}

function inputOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' });
}
