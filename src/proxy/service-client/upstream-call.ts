import type { RequestContext } from '../../common/context/index.js';

/** What a call to a microservice needs to know of the client's request. */
export type CallContext = Pick<
  RequestContext,
  'requestId' | 'traceparent' | 'tracestate' | 'deadlineAt' | 'signal' | 'upstream'
>;

/** A body that can be sent again, because a retry needs it whole. */
export interface ReplayableBody {
  readonly contentType: string;
  /** Bytes. */
  readonly contentLength: number;
  chunks(): Iterable<Uint8Array>;
}

export interface UpstreamRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: ReplayableBody;
  /** A pure function of its input: safe to repeat although the first try may have been executed. */
  readonly idempotent: boolean;
}

/** A 2xx answer, read whole. Every other outcome is thrown as one of `upstream-errors.ts`. */
export interface UpstreamResponse {
  readonly status: number;
  readonly body: Buffer;
}

export type UpstreamCall = (request: UpstreamRequest, context: CallContext) => Promise<UpstreamResponse>;

/** A policy wraps a call and is one again. */
export type Policy = (next: UpstreamCall) => UpstreamCall;

/** Outermost policy first, as the architecture lists them. */
export function compose(policies: readonly Policy[], transport: UpstreamCall): UpstreamCall {
  return policies.reduceRight<UpstreamCall>((next, policy) => policy(next), transport);
}
