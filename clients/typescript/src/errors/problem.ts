import type { ErrorCode } from './error-code.ts';

/** A refusal as the gateway tells it (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ErrorCode;
  readonly request_id: string;
  /** The same request may succeed later without a change. */
  readonly retryable: boolean;
  /** What is wrong with single values, each with its JSON pointer (RFC 6901). */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly limit?: number;
  readonly actual?: number;
  readonly service?: string;
  readonly phase?: string;
  readonly [member: string]: unknown;
}
