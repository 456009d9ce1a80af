import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { PROBLEM_CONTENT } from '../common/decorators/index.js';

const TOO_MANY = 429;

type PathItem = OpenAPIObject['paths'][string];

/** Marked with `@SkipThrottle()`. */
const UNLIMITED = /^\/(?:health|limits)(?:\/|$)/;
const VERSIONED = /^\/v1(?=\/)/;

/** Every route exists at the root and under /v1: described once, with both as servers. */
export function createOpenApiDocument(app: NestExpressApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('IRIS API gateway')
    .setDescription('Photographs of identity documents and forms go in, structured fields come out.')
    .setVersion('1')
    .addServer('/v1')
    .addServer('/')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'api_key')
    .addSecurityRequirements('bearer')
    .addGlobalResponse({
      status: TOO_MANY,
      description: 'A limit is used up: `Retry-After`, `limit`, `violated-policies`',
      ...PROBLEM_CONTENT,
    })
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (_controller, method) => method,
  });
  const paths = Object.entries(document.paths)
    .filter(([path]) => !VERSIONED.test(path))
    .map(
      ([path, item]) => [path, withKnownMethods(UNLIMITED.test(path) ? withoutLimit(item) : item)] as const,
    );
  return { ...document, paths: Object.fromEntries(paths.sort(([a], [b]) => a.localeCompare(b))) };
}

/** A route for every method is told of with SEARCH, which OpenAPI 3.1 does not know. */
function withKnownMethods(item: PathItem): PathItem {
  return Object.fromEntries(Object.entries(item).filter(([method]) => method !== 'search'));
}

/** The free routes are GET. */
function withoutLimit({ get, ...item }: PathItem): PathItem {
  if (!get) return item;
  const { [TOO_MANY]: _limited, ...responses } = get.responses;
  return { ...item, get: { ...get, responses } };
}
