import type { RequestContext } from '../../common/context/index.js';
import type { UpstreamInstance } from './instances/index.js';

/** What a call to a microservice needs to know of the client's request. */
export type CallContext = Pick<
  RequestContext,
  'requestId' | 'traceparent' | 'tracestate' | 'deadlineAt' | 'signal' | 'upstream' | 'timings'
>;

/** A body that is sent from its first byte in every attempt. */
export interface RequestBody {
  /** Undefined: stated by the headers of the request. */
  readonly contentType?: string;
  /** Bytes; undefined when only the end of the body tells. */
  readonly contentLength: number | undefined;
  /** Whether `chunks` can be asked for (again). */
  readonly isReplayable: boolean;
  chunks(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

export interface UpstreamRequest {
  readonly method: string;
  /** With the query; the path of the instance's address goes before it. */
  readonly path: string;
  /** Beside those that every call carries; names in lower case. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: RequestBody;
  /** A pure function of its input: safe to repeat although the first try may have been executed. */
  readonly idempotent: boolean;
  /** Instances that earlier attempts of this call have met, added by the stack. */
  readonly tried: UpstreamInstance[];
}

/** What comes back; other outcomes are thrown as one of `upstream-errors.ts`. */
export interface UpstreamAnswer {
  readonly status: number;
  /** Of an answer that is still streaming: settles, and never rejects, when the last byte is through or none will come. */
  readonly ended?: Promise<void>;
}

export type UpstreamCall<Answer extends UpstreamAnswer> = (
  request: UpstreamRequest,
  context: CallContext,
) => Promise<Answer>;

/** One attempt at one instance. */
export type UpstreamAttempt<Answer extends UpstreamAnswer> = (
  instance: UpstreamInstance,
  request: UpstreamRequest,
  context: CallContext,
) => Promise<Answer>;

/** A policy wraps a call and is one again. */
export type Policy = <Answer extends UpstreamAnswer>(next: UpstreamCall<Answer>) => UpstreamCall<Answer>;

/** Outermost policy first, as the architecture lists them. */
export function compose<Answer extends UpstreamAnswer>(
  policies: readonly Policy[],
  call: UpstreamCall<Answer>,
): UpstreamCall<Answer> {
  return policies.reduceRight<UpstreamCall<Answer>>((next, policy) => policy(next), call);
}

/** Releases what a call holds: now, or when its answer has streamed through. */
export function whenEnded({ ended }: UpstreamAnswer, release: () => void): void {
  if (ended) void ended.then(release);
  else release();
}
