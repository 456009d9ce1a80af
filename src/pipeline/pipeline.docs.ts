import { HttpCode, Post, applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';

import { ApiProblem } from '../common/decorators/index.js';
import { type PipelineSchemas, pipelineSchemas } from './parameters.js';
import { Performs } from './route-operations.js';

type SchemaName = keyof PipelineSchemas;
type JsonSchema = Record<string, unknown>;

/** The shipped defaults: an operator may have others, which is what the description says. */
const documented = pipelineSchemas({
  document_classes: ['cedula_identidad', 'ficha_residencia', 'pasaporte'],
  ocr_confidence: 0.3,
});

const problems = [
  ApiProblem(400, 'Malformed or empty upload'),
  ApiProblem(413, 'Too many bytes or pixels: `limit`, `actual`'),
  ApiProblem(415, 'Not a format or media type that is read here'),
  ApiProblem(422, 'Bad parameters: `errors[].pointer`'),
  ApiProblem(502, 'A microservice failed: `service`, `phase`'),
  ApiProblem(503, 'A microservice is not available: `Retry-After`'),
  ApiProblem(504, 'A microservice or the whole request took too long, or the cache does not have all of it'),
];

const plainDocs = [ApiOkResponse({ description: 'Times are seconds.', schema: { type: 'object' } })];

const cacheDocs = [
  ApiHeader({
    name: 'Cache-Control',
    required: false,
    description: '`no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111)',
    schema: { type: 'string' },
  }),
  ApiOkResponse({
    description: 'Times are seconds. `cached` stands where a result came from the cache.',
    schema: { type: 'object' },
    headers: {
      'Cache-Status': { description: 'RFC 9211, of the cache `iris`', schema: { type: 'string' } },
      Age: { description: 'Seconds, where nothing of the answer is new', schema: { type: 'integer' } },
    },
  }),
];

/** A POST route that takes a document as a form part or as base64 in JSON. */
export function DocumentRoute(path: string, summary: string, parameters: SchemaName): MethodDecorator {
  const { properties = {} } = toJsonSchema(parameters) as { properties?: JsonSchema };
  const file = {
    type: 'string',
    format: 'binary',
    description: 'JPEG, PNG, TIFF, WebP or PDF; base64 in JSON',
  };
  return applyDecorators(
    ApiConsumes('multipart/form-data', 'application/json'),
    ApiBody({ schema: { type: 'object', required: ['file'], properties: { file, ...properties } } }),
    ...phaseRoute(path, summary, parameters),
  );
}

/** A POST route that takes JSON only. */
export function JsonRoute(path: string, summary: string, body: SchemaName): MethodDecorator {
  return applyDecorators(
    ApiConsumes('application/json'),
    ApiBody({ schema: toJsonSchema(body) }),
    ...phaseRoute(path, summary, body),
  );
}

function phaseRoute(path: string, summary: string, parameters: SchemaName): MethodDecorator[] {
  const answer = parameters === 'train' ? plainDocs : cacheDocs;
  return [Post(path), HttpCode(200), Performs(parameters), ApiOperation({ summary }), ...answer, ...problems];
}

function toJsonSchema(name: SchemaName): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(documented[name], {
    io: 'input',
    target: 'openapi-3.0',
  });
  return schema;
}
