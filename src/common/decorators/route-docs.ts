import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from './api-problem.js';
import { type JsonSchema, jsonSchema } from './json-schema.js';

/** Where a body is described: Nest would put its own reading of `@Body()` in the place of it. */
export const REQUEST_BODY = 'x-request-body';

/** What a route answers when it goes well. */
export interface RouteAnswer {
  readonly description: string;
  /** Undefined: the answer has no body. */
  readonly schema?: z.ZodType;
  /** `application/json`, unless it says otherwise. */
  readonly mediaType?: string;
  /** Beside those that all answers have. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RequestExample {
  readonly summary: string;
  readonly value: unknown;
}

/** What the API description says of a route. */
export interface RouteDescription {
  readonly summary: string;
  readonly description?: string;
  /** 200, unless it says otherwise. */
  readonly status?: number;
  /** Undefined: the answer has no body. */
  readonly response?: z.ZodType;
  /** Instead of `status` and `response`, where more than one can be had or there is more to say. */
  readonly answers?: Readonly<Record<number, RouteAnswer>>;
  readonly body?: z.ZodType;
  /** By media type, where there is more than JSON. */
  readonly bodies?: Readonly<Record<string, JsonSchema>>;
  /** Bodies in JSON, which the tests send. */
  readonly examples?: readonly RequestExample[];
  readonly query?: z.ZodType;
  readonly params?: Readonly<Record<string, z.ZodType>>;
  /** Of the request: what each is for. */
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  /** By status: when, and with which codes, in backticks. Those that many routes have in common are added. */
  readonly refusals?: Readonly<Record<number, string>>;
}

export function RouteDocs(route: RouteDescription): MethodDecorator {
  const { summary, description, query, params = {}, headers = {}, refusals = {} } = route;
  const requestBody = bodyOf(route);
  return applyDecorators(
    ApiOperation({ summary, ...(description && { description }) }),
    ...(requestBody ? [ApiExtension(REQUEST_BODY, requestBody)] : []),
    ...Object.entries(params).map(([name, schema]) => ApiParam({ name, ...parameterOf(schema) })),
    ...(query ? queryDocs(query) : []),
    ...Object.entries(headers).map(([name, schema]) =>
      ApiHeader({ name, required: false, ...parameterOf(schema) }),
    ),
    ...Object.entries(answersOf(route)).map(([status, answer]) => answerDocs(Number(status), answer)),
    ...Object.entries(refusals).map(([status, reason]) => ApiProblem(Number(status), reason)),
  );
}

function bodyOf({ body, bodies = {}, examples = [] }: RouteDescription) {
  const schemas = { ...bodies, ...(body && { 'application/json': jsonSchema(body, 'input') }) };
  if (Object.keys(schemas).length === 0) return undefined;
  const named = Object.fromEntries(examples.map((example, index) => [`example_${index + 1}`, example]));
  const content = Object.entries(schemas).map(([mediaType, schema]) => [
    mediaType,
    { schema, ...(mediaType === 'application/json' && examples.length > 0 && { examples: named }) },
  ]);
  // What has a default as a whole need not be sent.
  return {
    required: !body?.safeParse(undefined).success,
    content: Object.fromEntries(content) as Record<string, { schema: JsonSchema }>,
  };
}

function answersOf({ status = 200, response, answers }: RouteDescription): Record<number, RouteAnswer> {
  return answers ?? { [status]: { description: 'Done', ...(response && { schema: response }) } };
}

function answerDocs(status: number, answer: RouteAnswer): MethodDecorator {
  const { description, schema, mediaType = 'application/json', headers = {} } = answer;
  return ApiResponse({
    status,
    description,
    ...(schema && { content: { [mediaType]: { schema: jsonSchema(schema, 'output') } } }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, purpose]) => [
        name,
        { description: purpose, schema: { type: 'string' } },
      ]),
    ),
  });
}

function queryDocs(query: z.ZodType): MethodDecorator[] {
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) =>
    ApiQuery({
      name,
      required: required.includes(name),
      schema,
      ...(typeof description === 'string' && { description }),
    }),
  );
}

function parameterOf(parameter: z.ZodType) {
  const { description, ...schema } = jsonSchema(parameter, 'input');
  return { schema, ...(typeof description === 'string' && { description }) };
}
