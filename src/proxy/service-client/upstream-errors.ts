import type { IncomingHttpHeaders } from 'node:http';

import type { ServiceName } from '../../config/index.js';
import { AppError, type AppErrorOptions } from '../../common/errors/index.js';

/** Which consecutive failures open a breaker; the names are those of `expected_exception`. */
export type FailureKind = 'connection_error' | 'timeout' | 'server_error';

interface UpstreamErrorOptions extends AppErrorOptions {
  /** Nothing reached the microservice, so that any operation may be tried again. */
  readonly nothingSent?: boolean;
}

/** A call to a microservice that did not give a usable answer. */
export abstract class UpstreamError extends AppError {
  /** Undefined: says nothing of the microservice's health. */
  abstract readonly failureKind: FailureKind | undefined;
  readonly nothingSent: boolean;
  /** One instance is to blame, and there are others: says nothing of the microservice as a whole. */
  instanceOnly = false;

  constructor(
    readonly service: ServiceName,
    detail: string,
    options: UpstreamErrorOptions = {},
  ) {
    super(detail, { ...options, extensions: { ...options.extensions, service } });
    this.nothingSent = options.nothingSent ?? false;
  }
}

/** 502: the connection was refused, reset or broken off. */
export class UpstreamUnavailableError extends UpstreamError {
  readonly code = 'UPSTREAM_UNAVAILABLE';
  readonly status = 502;
  readonly title = 'A microservice cannot be reached';
  readonly failureKind = 'connection_error';
}

/** 504: no answer within the attempt's time. */
export class UpstreamTimeoutError extends UpstreamError {
  readonly code = 'UPSTREAM_TIMEOUT';
  readonly status = 504;
  readonly title = 'A microservice did not answer in time';
  readonly failureKind = 'timeout';
}

/** A 5xx as the microservice gave it, for a route that passes it on. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** 502 or 503: the microservice answered 5xx. */
export class UpstreamFailedError extends UpstreamError {
  readonly code = 'UPSTREAM_FAILED';
  readonly status: 502 | 503;
  readonly title = 'A microservice failed';
  readonly failureKind = 'server_error';

  constructor(
    service: ServiceName,
    upstreamStatus: number,
    retryAfterSeconds?: number,
    readonly answer?: FailedAnswer,
  ) {
    super(service, `The microservice answered with status ${upstreamStatus}.`, {
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
    this.status = upstreamStatus === 503 ? 503 : 502;
  }
}

/** 502: the answer is not HTTP, too large, not JSON, or not of the shape that the wire schema states. */
export class UpstreamInvalidResponseError extends UpstreamError {
  readonly code = 'UPSTREAM_INVALID_RESPONSE';
  readonly status = 502;
  readonly title = 'A microservice gave an answer that makes no sense';
  readonly failureKind = undefined;
}

/** The microservice looked at the document and refuses it: the client's problem, with the status it chose. */
export class DocumentRejectedError extends UpstreamError {
  readonly code = 'DOCUMENT_REJECTED';
  readonly title = 'A microservice refuses the document';
  readonly failureKind = undefined;

  constructor(
    service: ServiceName,
    readonly status: 413 | 415 | 422,
    reason: string,
  ) {
    super(service, reason);
  }
}

/** 502: a 4xx that the client cannot have caused, such as a route that the microservice does not have. */
export class UpstreamRefusedError extends UpstreamError {
  readonly code = 'UPSTREAM_REFUSED';
  readonly status = 502;
  readonly title = 'A microservice refuses the call';
  readonly failureKind = undefined;
}

/** 503: the microservice asks for less traffic. */
export class UpstreamBusyError extends UpstreamError {
  readonly code = 'UPSTREAM_BUSY';
  readonly status = 503;
  readonly title = 'A microservice is busy';
  readonly failureKind = undefined;
}

/** 503: as many calls are under way and waiting as the bulkhead lets in, or waiting took too long. */
export class ServiceOverloadedError extends UpstreamError {
  readonly code = 'UPSTREAM_OVERLOADED';
  readonly status = 503;
  readonly title = 'A microservice has more work than it can take';
  readonly failureKind = undefined;

  constructor(service: ServiceName, retryAfterSeconds: number) {
    super(service, `Too many calls are under way; try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

/** 503, at once: the breaker is open, its single trial is under way, or somebody has isolated it. */
export class BreakerOpenError extends UpstreamError {
  readonly code = 'UPSTREAM_BREAKER_OPEN';
  readonly status = 503;
  readonly title = 'A microservice is not called for a while';
  readonly failureKind = undefined;

  constructor(service: ServiceName, retryAfterSeconds: number, reason = 'It has failed repeatedly') {
    super(service, `${reason}; try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

/** 504: the time of the whole request is used up. Says nothing of the microservice that was running then. */
export class DeadlineExceededError extends UpstreamError {
  readonly code = 'DEADLINE_EXCEEDED';
  readonly status = 504;
  readonly title = 'The request could not be finished in time';
  readonly failureKind = undefined;

  constructor(service: ServiceName) {
    super(service, 'The time for the whole request is used up.');
  }
}
