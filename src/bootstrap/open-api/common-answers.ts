import type { OpenAPIObject } from '@nestjs/swagger';

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
/** Served whatever the load is: `shedLoad`. */
const ALWAYS_SERVED = /^\/(?:admin|health)(?:\/|$)/;
/** Read by the route itself, which says what it refuses. */
const OWN_BODY = /^\/(?:process|phase\d|services)(?:\/|$)/;

const FREE: readonly HeaderName[] = ['X-Request-ID', 'X-Processing-Time'];
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
  return { ...operation, responses: Object.fromEntries(responses) as Operation['responses'] };
}

function commonRefusals(path: string, { security = [{ bearer: [] }], requestBody }: Operation): Refusals {
  const isPublic = security.every((requirement) => Object.keys(requirement).length === 0);
  const takesKeys = security.some((requirement) => 'api_key' in requirement);
  const isParsed = requestBody !== undefined && !OWN_BODY.test(path);
  return {
    400: 'Not a request that can be read: `REQUEST_MALFORMED`, `HOST_NOT_ALLOWED`',
    500: 'A fault of the gateway: `INTERNAL_ERROR`',
    ...(!ALWAYS_SERVED.test(path) && { 503: 'The gateway is overloaded: `GATEWAY_OVERLOADED`' }),
    ...(!UNLIMITED.test(path) && {
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
      content: { ...own.content, ...(isProblem && problemContent()) },
    }),
  };
}

function headersOf(path: string, status: string): object {
  const names = [...FREE, ...(UNLIMITED.test(path) ? [] : LIMITED), ...(BY_STATUS[status] ?? [])];
  return Object.fromEntries(
    names.filter((name) => name in HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

function problemContent(): object {
  return { 'application/problem+json': { schema: { $ref: '#/$defs/Problem' } } };
}
