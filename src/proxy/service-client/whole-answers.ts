import { Readable } from 'node:stream';

import type { Dispatcher, Pool } from 'undici';

import type { ServiceName } from '../../config/index.js';
import { statusError } from './answer-status.js';
import { translateFailure } from './translate-failure.js';
import type { CallContext, UpstreamCall, UpstreamRequest } from './upstream-call.js';
import { UpstreamInvalidResponseError } from './upstream-errors.js';

/** Enough for a microservice's reason; more is not read. */
const MAX_ERROR_BODY_BYTES = 16_384;

/** The innermost call: one HTTP exchange on the pool of one microservice. */
export function undiciTransport(service: ServiceName, pool: Pool, maxResponseBytes: number): UpstreamCall {
  return async (request, context) => {
    try {
      context.upstream.calls += 1;
      const answer = await pool.request(toDispatch(request, context));
      const failed = answer.statusCode < 200 || answer.statusCode > 299;
      const body = await readBody(service, answer.body, failed ? MAX_ERROR_BODY_BYTES : maxResponseBytes);
      if (failed) throw statusError(service, answer.statusCode, answer.headers, body);
      return { status: answer.statusCode, body };
    } catch (error) {
      throw translateFailure(service, error);
    }
  };
}

function toDispatch(request: UpstreamRequest, context: CallContext): Dispatcher.RequestOptions {
  return {
    method: request.method,
    path: request.path,
    headers: requestHeaders(request, context),
    body: request.body ? Readable.from(request.body.chunks(), { objectMode: false }) : null,
    signal: context.signal,
  };
}

/** An allowlist: nothing of the client's own headers, and so none of its credentials, gets here. */
function requestHeaders({ body }: UpstreamRequest, context: CallContext): Record<string, string> {
  const remainingMs = Math.max(0, Math.floor(context.deadlineAt - performance.now()));
  return {
    accept: 'application/json',
    'x-request-id': context.requestId,
    'x-request-deadline': String(remainingMs),
    traceparent: context.traceparent,
    ...(context.tracestate !== undefined && { tracestate: context.tracestate }),
    ...(body && { 'content-type': body.contentType, 'content-length': String(body.contentLength) }),
  };
}

async function readBody(
  service: ServiceName,
  body: Dispatcher.ResponseData['body'],
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit)
      throw new UpstreamInvalidResponseError(service, `The answer is larger than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
