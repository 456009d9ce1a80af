import type { AppError } from '../common/errors/index.js';

/** Why an attempt failed: what a client would have been answered, but for the request. */
export interface JobError {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryable: boolean;
  readonly service?: string;
  readonly phase?: string;
}

export function toJobError(error: AppError): JobError {
  const { code, status, title, message, retryable, extensions } = error;
  const { service, phase } = extensions;
  return {
    code,
    status,
    title,
    detail: message,
    retryable: extensions.retryable ?? retryable,
    ...(service !== undefined && { service }),
    ...(phase !== undefined && { phase }),
  };
}
