import { AsyncLocalStorage } from 'node:async_hooks';

import type { Request } from 'express';

import type { Timings } from '../timing/index.js';
import type { Principal } from './principal.js';

/** What every layer may need to know of the request it works for. */
export interface RequestContext {
  readonly requestId: string;
  /** W3C Trace Context, passed on to the microservices. */
  readonly traceparent: string;
  readonly tracestate: string | undefined;
  /** `performance.now()` when the request arrived. */
  readonly startedAt: number;
  /** `performance.now()` at which the gateway gives up. */
  readonly deadlineAt: number;
  /** Aborts when the client hangs up. */
  readonly signal: AbortSignal;
  /** For the access log. `brokeOff`: an answer that had begun was not finished, and not because of the client. */
  readonly upstream: { calls: number; brokeOff: boolean };
  /** For `Server-Timing`. */
  readonly timings: Timings;
}

/** The request that the running code works for, for log lines: whatever else needs it takes it as a parameter. */
export const currentRequest = new AsyncLocalStorage<RequestContext>();

declare module 'express-serve-static-core' {
  interface Request {
    context?: RequestContext;
    principal?: Principal;
    /** The limit that the request was charged to, for the access log. */
    tier?: string | undefined;
  }
}

/** @throws Error when the context middleware has not run, which is a fault of ours */
export function requestContext(request: Request): RequestContext {
  if (!request.context) throw new Error('the request context middleware has not run');
  return request.context;
}
