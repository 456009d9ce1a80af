import type { Request, RequestHandler, Response } from 'express';
import onHeaders from 'on-headers';

import { type RequestContext, currentRequest } from '../common/context/index.js';
import { Timings } from '../common/timing/index.js';
import { tracing } from '../common/tracing/index.js';
import { acceptRequestId, continueTrace } from './request-id.js';
import { traceRequest } from './trace-request.js';

const MAX_TRACESTATE_LENGTH = 512;

/** First of all: what follows (logs, errors, calls) refers to the context. */
export function attachRequestContext(deadlineMs: number): RequestHandler {
  const collector = tracing();
  return (request, response, next) => {
    const context = createContext(request, response, deadlineMs);
    request.context = context;
    response.setHeader('X-Request-ID', context.requestId);
    onHeaders(response, () => {
      tellTimes(request, response, context);
    });
    if (collector) traceRequest(collector, request, response, context, next);
    else currentRequest.run(context, next);
  };
}

/**
 * Whoever is not known learns the total only, in whole milliseconds: how long a credential was looked at would help
 * those who guess.
 */
function tellTimes({ principal }: Request, response: Response, { startedAt, timings }: RequestContext): void {
  const ms = performance.now() - startedAt;
  response.setHeader('X-Processing-Time', (ms / 1000).toFixed(3));
  const ours = principal ? timings.format(ms) : `total;dur=${Math.round(ms)}`;
  const theirs = response.getHeader('Server-Timing');
  response.setHeader('Server-Timing', theirs === undefined ? ours : [ours, String(theirs)]);
}

function createContext(request: Request, response: Response, deadlineMs: number): RequestContext {
  const startedAt = performance.now();
  const { traceparent, continued } = continueTrace(request.get('traceparent'));
  const tracestate = request.get('tracestate');
  return {
    requestId: acceptRequestId(request.get('x-request-id')),
    traceparent,
    tracestate:
      continued && tracestate !== undefined && tracestate.length <= MAX_TRACESTATE_LENGTH
        ? tracestate
        : undefined,
    startedAt,
    deadlineAt: startedAt + deadlineMs,
    signal: hangUpSignal(response),
    upstream: { calls: 0, brokeOff: false },
    timings: new Timings(),
  };
}

function hangUpSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
