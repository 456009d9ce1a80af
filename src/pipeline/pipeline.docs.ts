import { HttpCode, Post, applyDecorators } from '@nestjs/common';
import { z } from 'zod';

import {
  jsonSchema,
  type RequestExample,
  type RouteAnswer,
  type RouteDescription,
  RouteDocs,
} from '../common/decorators/index.js';
import { type PipelineSchemas, pipelineSchemas } from './parameters.js';
import { documentResultSchema, phaseResultSchemas } from './results.schema.js';
import { Performs } from './route-operations.js';

type SchemaName = keyof PipelineSchemas;

/** The shipped defaults: an operator may have others, which is what the description says. */
const documented = pipelineSchemas({
  document_classes: ['cedula_identidad', 'ficha_residencia', 'pasaporte'],
  ocr_confidence: 0.3,
});

export const processParametersSchema = documented.process;

/** One white pixel: an example that can be sent. */
export const EXAMPLE_IMAGE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==';

const REFUSALS = {
  400: 'Malformed or empty upload: `REQUEST_MALFORMED`, `DOCUMENT_EMPTY`',
  408: 'The body did not arrive in time: `REQUEST_TIMEOUT`',
  413: 'Too many bytes or pixels, with `limit` and `actual`: `PAYLOAD_TOO_LARGE`, `DOCUMENT_TOO_MANY_PIXELS`, `DOCUMENT_REJECTED`',
  415: 'Not a format or media type that is read here: `UNSUPPORTED_MEDIA_TYPE`, `DOCUMENT_TYPE_UNSUPPORTED`, `DOCUMENT_REJECTED`',
  422: 'Bad parameters, with `errors[].pointer`, or a document that cannot be read: `VALIDATION_FAILED`, `DOCUMENT_UNREADABLE`, `DOCUMENT_REJECTED`',
  502: 'A microservice failed, with `service` and `phase`: `UPSTREAM_UNAVAILABLE`, `UPSTREAM_FAILED`, `UPSTREAM_INVALID_RESPONSE`, `UPSTREAM_REFUSED`',
  503: 'A microservice is not available, with `service` and `phase`: `UPSTREAM_BREAKER_OPEN`, `UPSTREAM_OVERLOADED`, `UPSTREAM_BUSY`, `UPSTREAM_FAILED`',
  504: 'A microservice or the whole request took too long, or the cache does not have all of it: `UPSTREAM_TIMEOUT`, `DEADLINE_EXCEEDED`, `CACHE_INCOMPLETE`',
};

const cacheControl = z.string().max(1024).meta({
  description: '`no-store`, `no-cache`, `max-age`, `only-if-cached` (RFC 9111)',
  example: 'no-cache',
});

const CACHE_HEADERS = {
  'Cache-Status': 'Of the cache `iris` (RFC 9211): whether it was kept, and for how long it still is',
  Age: 'Seconds, where nothing of the answer is new',
};

const formFile = z.string().meta({
  openapi: { type: 'string', format: 'binary', description: 'JPEG, PNG, TIFF, WebP or PDF' },
});
const jsonFile = z.string().meta({
  contentEncoding: 'base64',
  description: 'JPEG, PNG, TIFF, WebP or PDF, in base64; `image` is another name of it',
});

const OPTIONS = {
  options: z
    .unknown()
    .meta({
      openapi: {
        type: ['object', 'string'],
        maxLength: 65_536,
        description: 'The parameters as one object (in a form: as JSON text); what stands beside it wins.',
      },
    })
    .optional(),
};

interface DocumentRouteDescription {
  readonly summary: string;
  readonly description?: string;
  /** Of the bodies, in the description. */
  readonly name: string;
  /** More members of the bodies. */
  readonly members?: Readonly<Record<string, z.ZodType>>;
  readonly answers?: Readonly<Record<number, RouteAnswer>>;
  readonly headers?: Readonly<Record<string, z.ZodType>>;
  readonly refusals?: Readonly<Record<number, string>>;
  readonly examples?: readonly RequestExample[];
}

/** A POST route that takes a document as a form part or as base64 in JSON. */
export function DocumentRoute(
  path: string,
  parameters: SchemaName,
  { name, members = OPTIONS, ...route }: DocumentRouteDescription,
): MethodDecorator {
  const schema = documented[parameters].extend(members);
  const form = schema.extend({ file: formFile }).meta({ id: `${name}Form` });
  const json = schema.extend({ file: jsonFile }).meta({ id: `${name}Request` });
  const example = { summary: 'A document in base64', value: { file: EXAMPLE_IMAGE } };
  return phaseRoute(path, parameters, {
    ...route,
    bodies: {
      'multipart/form-data': jsonSchema(form, 'input'),
      'application/json': jsonSchema(json, 'input'),
    },
    examples: route.examples ?? [example],
  });
}

/** A POST route that takes JSON only. */
export function JsonRoute(
  path: string,
  parameters: SchemaName,
  { name, ...route }: DocumentRouteDescription,
): MethodDecorator {
  return phaseRoute(path, parameters, {
    ...route,
    body: documented[parameters].meta({ id: `${name}Request` }),
  });
}

function phaseRoute(path: string, parameters: SchemaName, route: RouteDescription): MethodDecorator {
  return applyDecorators(
    Post(path),
    HttpCode(200),
    Performs(parameters),
    RouteDocs({
      ...route,
      answers: { 200: resultOf(parameters), ...route.answers },
      headers: { ...(parameters !== 'train' && { 'Cache-Control': cacheControl }), ...route.headers },
      refusals: { ...REFUSALS, ...route.refusals },
    }),
  );
}

function resultOf(parameters: SchemaName): RouteAnswer {
  return {
    description: 'Done. Times are seconds.',
    schema: parameters === 'process' ? documentResultSchema : phaseResultSchemas[parameters],
    ...(parameters !== 'train' && { headers: CACHE_HEADERS }),
  };
}
