import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

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
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (_controller, method) => method,
  });
  const paths = Object.entries(document.paths)
    .filter(([path]) => !VERSIONED.test(path))
    .map(([path, item]) => [path, withKnownMethods(item)] as const);
  return { ...document, paths: Object.fromEntries(paths.sort(([a], [b]) => a.localeCompare(b))) };
}

/** A route for every method is told of with SEARCH, which OpenAPI 3.1 does not know, and with one id for all. */
function withKnownMethods(item: PathItem): PathItem {
  const operations = Object.entries(item as Readonly<Record<string, Operation>>);
  if (!operations.some(([method]) => method === 'search')) return item;
  const known = operations.filter(([method]) => method !== 'search');
  return Object.fromEntries(known.map(([method, operation]) => [method, withMethodInId(operation, method)]));
}

function withMethodInId(operation: Operation, method: string): Operation {
  return { ...operation, operationId: `${operation.operationId ?? ''}_${method}` };
}
