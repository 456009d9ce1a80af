import type { ErrorCode } from './error-code.ts';
import { IrisError } from './iris-error.ts';
import { IrisNetworkError } from './transport-errors.ts';

/**
 * @param codes what is narrowed to, as in `isIrisError(error, 'RESULT_GONE')`; none: any
 * @returns whether the gateway has refused, and did so with one of these codes
 */
export function isIrisError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is IrisError & { readonly code: Code } {
  return error instanceof IrisError && (codes.length === 0 || codes.includes(error.code as Code));
}

/** Whether it may help to ask again later: the gateway is away, or too busy. */
export function isTemporary(error: unknown): error is IrisError | IrisNetworkError {
  return error instanceof IrisNetworkError || (error instanceof IrisError && error.isTemporary);
}

/** Whether nobody is logged in, or no longer: the credentials are missing, wrong or have expired. */
export function isUnauthenticated(error: unknown): error is IrisError {
  return error instanceof IrisError && error.status === 401;
}
