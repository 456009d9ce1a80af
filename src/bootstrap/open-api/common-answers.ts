import type { OpenAPIObject } from '@nestjs/swagger';

import { isAlwaysServed, readsItsBody } from '../../edge/index.js';
import { type ErrorInfo, errorInfo } from '../../error-pages/index.js';
import { codesIn } from './codes-in.js';
import { HEADERS, type HeaderName } from './headers.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Refusals = Readonly<Record<string, string>>;
interface Answer {
  readonly description?: string;
  readonly content?: object;
  readonly headers?: object;
}

/** Free of limits: `@SkipThrottle()`. */
const UNLIMITED = /^\/(?:errors|health|limits)(?:\/|$)/;
/** Answers of microservices pass as they are, whatever their status is. */
const FORWARDED = /^\/services\/\{service\}/;

const REQUEST_ID = '0192f5c1-7d3a-4c55-8f0e-6a1b2c3d4e5f';

/** Where a route says nothing. */
const FOR_PEOPLE = [{ bearer: [] }];

const FREE: readonly HeaderName[] = ['X-Request-ID', 'X-Processing-Time', 'Server-Timing'];
const LIMITED: readonly HeaderName[] = [
  'RateLimit-Policy',
  'RateLimit',
  'X-Rate-Limit-Limit',
  'X-Rate-Limit-Remaining',
  'X-Rate-Limit-Reset',
];
const BY_STATUS: Readonly<Record<string, readonly HeaderName[]>> = {
  401: ['WWW-Authenticate'],
  403: ['WWW-Authenticate'],
  405: ['Allow'],
  409: ['Retry-After'],
  429: ['Retry-After'],
  502: ['Retry-After'],
  503: ['Retry-After'],
  504: ['Retry-After'],
};

/** What is not said with each route: refusals that many have, the headers of all answers, the shape of problems. */
export function withCommonAnswers(path: string, operation: Operation): Operation {
  const own = operation.responses as Readonly<Record<string, Answer>>;
  const refusals = commonRefusals(path, operation);
  const statuses = [...new Set([...Object.keys(own), ...Object.keys(refusals)])].sort();
  const responses = statuses.map((status) => [status, answerOf(path, status, own[status], refusals[status])]);
  return {
    ...operation,
    security: operation.security ?? FOR_PEOPLE,
    responses: Object.fromEntries(responses) as Operation['responses'],
  };
}

function commonRefusals(path: string, { security = FOR_PEOPLE, requestBody }: Operation): Refusals {
  const isPublic = security.every((requirement) => Object.keys(requirement).length === 0);
  const takesKeys = security.some((requirement) => 'api_key' in requirement);
  const isParsed = requestBody !== undefined && !readsItsBody(path);
  return {
    400: 'Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED`',
    500: 'A fault of the gateway: `INTERNAL_ERROR`',
    ...(!isAlwaysServed(path) && { 503: 'The gateway is overloaded: `GATEWAY_OVERLOADED`' }),
    // Who is turned away is charged to the address, also on a route that is free.
    ...((!isPublic || !UNLIMITED.test(path)) && {
      429: 'A limit is used up, with `limit` and `violated-policies`: `RATE_LIMIT_EXCEEDED`',
    }),
    ...(!isPublic && {
      401: 'No credentials, or not valid ones: `AUTHENTICATION_REQUIRED`, `INVALID_TOKEN`, `INVALID_API_KEY`',
    }),
    ...(!isPublic && !takesKeys && { 403: 'An API key, on a route for people: `ACCESS_TOKEN_REQUIRED`' }),
    ...(isParsed && {
      413: 'The body is too large, with `limit` and `actual`: `PAYLOAD_TOO_LARGE`',
      415: 'The body is in another encoding: `UNSUPPORTED_MEDIA_TYPE`',
    }),
  };
}

function answerOf(path: string, status: string, own: Answer = {}, common?: string): Answer {
  const description = [own.description, common].filter(Boolean).join('. ');
  const isProblem = common !== undefined || (Number(status) >= 400 && own.content === undefined);
  return {
    description,
    headers: { ...headersOf(path, status), ...own.headers },
    ...((isProblem || own.content) && {
      content: {
        ...own.content,
        ...(isProblem && problemContent(status, description)),
        ...(isProblem && FORWARDED.test(path) && { '*/*': { schema: {} } }),
      },
    }),
  };
}

function headersOf(path: string, status: string): object {
  const isFree = UNLIMITED.test(path) && status !== '401' && status !== '429';
  const names = [...FREE, ...(isFree ? [] : LIMITED), ...(BY_STATUS[status] ?? [])];
  return Object.fromEntries(
    names.filter((name) => name in HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

function problemContent(status: string, description: string): object {
  const examples = errorsNamedIn(description).map((error) => [
    error.code,
    { summary: error.title, value: exampleOf(error, Number(status)) },
  ]);
  return {
    'application/problem+json': {
      schema: { $ref: '#/$defs/Problem' },
      examples: Object.fromEntries(examples) as object,
    },
  };
}

function errorsNamedIn(description: string): ErrorInfo[] {
  return codesIn(description).map((code) => {
    const error = errorInfo(code);
    if (!error) throw new Error(`the API description names ${code}, which is no code of a problem`);
    return error;
  });
}

function exampleOf({ type, title, code, meaning, retryable }: ErrorInfo, status: number): object {
  return { type, title, status, detail: meaning, instance: '/…', code, request_id: REQUEST_ID, retryable };
}
