import { HttpException } from '@nestjs/common';

import { AppError, type ProblemExtensions } from './app-error.js';
import {
  InternalError,
  MalformedRequestError,
  RouteNotFoundError,
  TooManyRequestsError,
} from './request-errors.js';

/** RFC 9457, with our extension members. */
export interface ProblemDetails extends ProblemExtensions {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly request_id: string;
  readonly retryable: boolean;
}

/** Every throw becomes an AppError: what is not known to be safe for clients turns into a bare 500. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof HttpException) return fromHttpException(thrown);
  // Express could not decode a path parameter such as `%E0%A4%A`.
  if (thrown instanceof URIError) return new MalformedRequestError('The path is not valid percent-encoding.');
  return new InternalError(thrown);
}

function fromHttpException(exception: HttpException): AppError {
  const status = exception.getStatus();
  if (status === 404) return new RouteNotFoundError('No route matches this path.');
  if (status === 400) return new MalformedRequestError('The request cannot be parsed.', { cause: exception });
  // Of the library's own guard, where a route says @Throttle(); it has set Retry-After.
  if (status === 429) return new TooManyRequestsError('The limit of this route is used up.');
  return new InternalError(exception);
}

export function toProblemDetails(error: AppError, instance: string, requestId: string): ProblemDetails {
  return {
    type: `/errors/${error.code}`,
    title: error.title,
    status: error.status,
    detail: error.message,
    instance,
    code: error.code,
    request_id: requestId,
    retryable: error.retryable,
    ...error.extensions,
  };
}
