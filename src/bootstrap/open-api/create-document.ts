import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

import { jsonSchema, REQUEST_BODY } from '../../common/decorators/index.js';
import { problemSchema } from '../../common/errors/index.js';
import { withCommonAnswers } from './common-answers.js';
import { DESCRIPTION } from './description.js';
import { HEADERS } from './headers.js';
import { shareResponses } from './share-responses.js';
import { TAGS } from './tags.js';
import { withComponents } from './with-components.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
interface ParameterNode {
  readonly schema: Readonly<Record<string, unknown>>;
}
type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

/** Those that OpenAPI 3.1 knows: Nest tells of a route for every method with more. */
const METHODS: readonly Method[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const VERSIONED = /^\/v1(?=\/)/;

/** Every route exists at the root and under /v1: described once, with both as servers. */
export function createOpenApiDocument(app: NestExpressApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, settings(), {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: jsonSchema(schema, schemaType) } : undefined,
  });
  const paths = Object.entries(document.paths)
    .filter(([path]) => !VERSIONED.test(path))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([path, item]) => [path, described(path, item)] as const);
  const shared = shareResponses(Object.fromEntries(paths));
  return withComponents(
    { ...document, paths: shared.paths },
    {
      headers: HEADERS,
      responses: shared.responses,
      schemas: jsonSchema(problemSchema, 'output'),
    },
  );
}

function settings(): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('IRIS API gateway')
    .setDescription(DESCRIPTION)
    .setVersion('1.0.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(
      '/v1',
      'Production, for programs: what is here does not change incompatibly',
      {},
      { 'x-internal': false },
    )
    .addServer('/', 'Local development: the same routes, without a version', {}, { 'x-internal': false })
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'The access token of `POST /auth/login`, made and checked as RFC8725 wants it',
    })
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'A key of `POST /auth/api-keys`' },
      'api_key',
    )
    .addSecurityRequirements('bearer');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  const { info, ...rest } = builder.build();
  const { contact: _nobody, ...told } = info;
  return { ...rest, info: told };
}

function described(path: string, item: PathItem): PathItem {
  const operations = METHODS.flatMap((method) => {
    const operation = item[method];
    return operation ? [[method, withCommonAnswers(path, withBody(named(method, operation)))]] : [];
  });
  return Object.fromEntries(operations) as PathItem;
}

/** Nest makes one `example` of the `examples` of a parameter that it reads from the route itself. */
function withExamples({ schema: { example, ...schema }, ...parameter }: ParameterNode): ParameterNode {
  return { ...parameter, schema: { ...schema, ...(example !== undefined && { examples: [example] }) } };
}

function withBody(operation: Operation): Operation {
  const { [REQUEST_BODY]: requestBody, ...rest } = operation as Operation & { [REQUEST_BODY]?: object };
  const parameters = (operation.parameters as ParameterNode[] | undefined)?.map(withExamples);
  return { ...rest, ...(parameters && { parameters }), ...(requestBody && { requestBody }) } as Operation;
}

/** Nest numbers the routes of a method that has more than one path, as every method has here. */
function named(method: string, operation: Operation): Operation {
  const [name = '', suffix] = (operation.operationId ?? '').replace(/\[\d+\]/, '').split('_');
  const operationId = suffix === undefined ? name : `${name}${method[0]?.toUpperCase()}${method.slice(1)}`;
  return { ...operation, operationId };
}
