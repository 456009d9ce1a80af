import { AppError, type FieldError } from './app-error.js';

/** 400: the bytes of the request cannot be understood. */
export class MalformedRequestError extends AppError {
  readonly code = 'REQUEST_MALFORMED';
  readonly status = 400;
  readonly title = 'The request cannot be parsed';
}

/** 400: a `Host` header that is missing, repeated or not one of ours. */
export class HostNotAllowedError extends AppError {
  readonly code = 'HOST_NOT_ALLOWED';
  readonly status = 400;
  readonly title = 'The Host header is not allowed';
}

/** 404: no such route. */
export class RouteNotFoundError extends AppError {
  readonly code = 'ROUTE_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such route';
}

/** 405: the route exists for other methods, which `Allow` names. */
export class MethodNotAllowedError extends AppError {
  readonly code = 'METHOD_NOT_ALLOWED';
  readonly status = 405;
  readonly title = 'The method is not allowed here';

  constructor(allowed: readonly string[]) {
    super(`Allowed here: ${allowed.join(', ')}.`, { headers: { Allow: allowed.join(', ') } });
  }
}

/** 408: the body did not arrive in time. */
export class RequestTimeoutError extends AppError {
  readonly code = 'REQUEST_TIMEOUT';
  readonly status = 408;
  readonly title = 'The request took too long to arrive';
}

/** 413: more bytes than the route takes. */
export class PayloadTooLargeError extends AppError {
  readonly code = 'PAYLOAD_TOO_LARGE';
  readonly status = 413;
  readonly title = 'The request is too large';

  /**
   * @param limit bytes accepted
   * @param actual bytes announced, or counted until the limit was passed
   */
  constructor(limit: number, actual: number) {
    super(`At most ${limit} bytes are accepted.`, { extensions: { limit, actual } });
  }
}

/** 415: a body of a media type that the route does not take. */
export class UnsupportedMediaTypeError extends AppError {
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  readonly status = 415;
  readonly title = 'The media type is not supported';

  constructor(accepted: readonly string[]) {
    super(`Accepted: ${accepted.join(', ')}.`, { extensions: { accepted } });
  }
}

/** 421 (RFC 9110, 15.5.20): another process is there for it. */
export class MisdirectedRequestError extends AppError {
  readonly code = 'REQUEST_MISDIRECTED';
  readonly status = 421;
  readonly title = 'The request came to the wrong process';
}

/** 422: understood, but some values are not acceptable. */
export class ValidationError extends AppError {
  readonly code = 'VALIDATION_FAILED';
  readonly status = 422;
  readonly title = 'Some values are not acceptable';

  constructor(errors: readonly FieldError[]) {
    super(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), {
      extensions: { errors },
    });
  }
}

/** 429 (RFC 6585): a limit is used up. */
export class TooManyRequestsError extends AppError {
  readonly code = 'RATE_LIMIT_EXCEEDED';
  readonly status = 429;
  readonly title = 'Too many requests';
}

/** 431 (RFC 6585). */
export class HeadersTooLargeError extends AppError {
  readonly code = 'HEADERS_TOO_LARGE';
  readonly status = 431;
  readonly title = 'The request headers are too large';
}

/** 499 (nginx's convention): the client hung up, so nobody reads the answer. Logged, never sent. */
export class ClientClosedRequestError extends AppError {
  readonly code = 'CLIENT_CLOSED_REQUEST';
  readonly status = 499;
  readonly title = 'The client closed the request';

  constructor() {
    super('The client closed the connection before the answer was ready.');
  }
}

/** 500: a fault of ours. The cause is logged and never shown. */
export class InternalError extends AppError {
  readonly code = 'INTERNAL_ERROR';
  readonly status = 500;
  readonly title = 'The gateway failed';

  constructor(cause: unknown) {
    super('An unexpected error occurred. Quote the request id when you report it.', { cause });
  }

  override get logLevel(): 'error' {
    return 'error';
  }
}
