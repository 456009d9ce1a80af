import type { ErrorEntries } from './error-entry.js';

/** What can be wrong with any request, or with the gateway itself. */
export const REQUEST_ERRORS = {
  REQUEST_MALFORMED: {
    status: 400,
    title: 'The request cannot be parsed',
    meaning:
      'The bytes of the request cannot be understood: broken JSON, a broken form, a path that is not valid percent-encoding, or two credentials at once.',
    action: 'Read the detail, correct the request, and send it again.',
  },
  HOST_NOT_ALLOWED: {
    status: 400,
    title: 'The Host header is not allowed',
    meaning: 'The Host header is missing, repeated, or none that this gateway answers to.',
    action:
      'Use the name under which the gateway is published. Operators list more of them in ALLOWED_HOSTS.',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: 'There is no such route',
    meaning: 'No route has this path.',
    action: 'Compare the path with the API reference.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The method is not allowed here',
    meaning: 'The path exists, but not for this method.',
    action: 'Use one of the methods that the header Allow names.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    title: 'The request took too long to arrive',
    meaning: 'The headers or the body did not arrive in time.',
    action: 'Send it again; over a slow line, send less at once.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'The request is too large',
    meaning: 'The body has more bytes than the route takes.',
    action: 'Send a smaller document: fewer pixels or a stronger compression.',
    members: ['limit', 'actual'],
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The media type is not supported',
    meaning: 'The Content-Type, or the encoding of the body, is none that the route takes.',
    action: 'Use one of those that accepted names.',
    members: ['accepted'],
  },
  REQUEST_MISDIRECTED: {
    status: 421,
    title: 'The request came to the wrong process',
    meaning: 'This process only carries out jobs, and answers probes.',
    action: 'Send requests to the web processes. Operators: the load balancer must not know workers.',
  },
  VALIDATION_FAILED: {
    status: 422,
    title: 'Some values are not acceptable',
    meaning: 'The request was understood, but some of its values are not acceptable.',
    action: 'Correct what errors points to: pointer says where, detail says why.',
    members: ['errors'],
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    title: 'Too many requests',
    meaning: 'A limit is used up. The call was not counted.',
    action: 'Wait for as many seconds as Retry-After says. GET /limits tells where you stand, for free.',
    members: ['limit', 'violated-policies'],
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The request headers are too large',
    meaning: 'The headers together are larger than the gateway reads.',
    action: 'Send fewer or shorter headers: cookies are not needed here.',
  },
  CLIENT_CLOSED_REQUEST: {
    status: 499,
    title: 'The client closed the request',
    meaning:
      'The client hung up before the answer was ready. Nobody is sent this; it stands in logs and in reports of phases.',
    action: 'Wait longer, or have the document done as a job: Prefer: respond-async.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'The gateway failed',
    meaning: 'A fault of the gateway.',
    action: 'Report it with the request_id, which leads to the line in the log.',
  },
  GATEWAY_OVERLOADED: {
    status: 503,
    title: 'The gateway is overloaded',
    meaning: 'This process has more to do than it can; nothing was begun.',
    action: 'Send it again after Retry-After, and not faster than before.',
  },
  NOT_READY: {
    status: 503,
    title: 'This replica is not ready',
    meaning: 'The replica is starting, ending, or cannot serve; the detail says why.',
    action: 'Nothing: the load balancer sends requests elsewhere until it is ready.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: 'The database is unavailable',
    meaning: 'The database cannot be reached, or takes no writes.',
    action: 'Send it again after Retry-After.',
  },
  DB_BUSY: {
    status: 503,
    title: 'The database is busy',
    meaning: 'The database did not get to this request in time.',
    action: 'Send it again after Retry-After.',
  },
  REDIS_UNAVAILABLE: {
    status: 503,
    title: 'A shared store is unavailable',
    meaning: 'What the replicas share cannot be reached, and the request cannot do without it.',
    action: 'Send it again after Retry-After.',
  },
  ERROR_CODE_UNKNOWN: {
    status: 404,
    title: 'There is no such error code',
    meaning: 'No problem of this gateway has this code.',
    action: 'Look through the list of all codes.',
  },
} satisfies ErrorEntries;
