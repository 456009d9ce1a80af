import { Readable } from 'node:stream';

import type { Dispatcher } from 'undici';

import type { UpstreamInstance } from './instances/index.js';
import type { CallContext, UpstreamRequest } from './upstream-call.js';

type Headers = Record<string, string | string[]>;

/** The request as undici takes it. */
export function dispatchOptions(
  instance: UpstreamInstance,
  request: UpstreamRequest,
  context: CallContext,
): Dispatcher.DispatchOptions {
  return {
    method: request.method,
    path: instance.basePath + request.path,
    headers: requestHeaders(request, context),
    // undici takes any iterable; its types know only some.
    body: request.body ? (request.body.chunks() as AsyncIterable<Uint8Array> & Readable) : null,
  };
}

/** Nothing of the client's own headers gets here, unless the caller has looked at each and put it into `headers`. */
function requestHeaders({ body, headers }: UpstreamRequest, context: CallContext): Headers {
  const result: Headers = {
    ...(headers ?? { accept: 'application/json' }),
    'x-request-id': context.requestId,
    'x-request-deadline': String(Math.max(0, Math.floor(context.deadlineAt - performance.now()))),
    traceparent: context.traceparent,
  };
  if (context.tracestate !== undefined) result.tracestate = context.tracestate;
  if (body?.contentType !== undefined) result['content-type'] = body.contentType;
  if (body?.contentLength !== undefined) result['content-length'] = String(body.contentLength);
  return result;
}
