import type { NextFunction, Request, Response } from 'express';

import { currentRequest, type RequestContext } from '../common/context/index.js';
import { finalStatus, routeTemplate } from '../common/http/index.js';
import type { Span, TraceContext, Tracing } from '../common/tracing/index.js';
import { isTraceparent } from './request-id.js';

/** RFC 9110 and RFC 5789; the conventions of OpenTelemetry call every other one `_OTHER`. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** Goes on in a span of the request, which ends with its connection. Of path and query it tells the route, no more. */
export function traceRequest(
  collector: Tracing,
  request: Request,
  response: Response,
  context: RequestContext,
  next: NextFunction,
): void {
  const isKnown = METHODS.has(request.method);
  const span = collector.begin(isKnown ? request.method : 'HTTP', {
    kind: 'server',
    parent: parentOf(request, context),
    attributes: {
      'http.request.method': isKnown ? request.method : '_OTHER',
      'url.scheme': request.protocol,
      'iris.request_id': context.requestId,
    },
  });
  const { traceparent, tracestate } = span;
  request.context = { ...context, traceparent, tracestate };
  response.once('close', () => {
    endSpan(span, isKnown ? request.method : 'HTTP', request, response);
  });
  currentRequest.run(request.context, () => {
    collector.within(span, next);
  });
}

/** What the client has offered, where it is good for anything. */
function parentOf(request: Request, { tracestate }: RequestContext): TraceContext | undefined {
  const traceparent = request.get('traceparent');
  if (traceparent === undefined || !isTraceparent(traceparent)) return undefined;
  return { traceparent, tracestate };
}

function endSpan(span: Span, method: string, request: Request, response: Response): void {
  const route = routeTemplate(request);
  const status = finalStatus(response);
  span.rename(`${method} ${route}`);
  span.set({ 'http.route': route, 'http.response.status_code': status });
  // A client's mistake is no failure of the server.
  span.end(status >= 500 ? { code: String(status) } : undefined);
}
