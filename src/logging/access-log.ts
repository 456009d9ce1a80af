import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

import { requestContext } from '../common/context/index.js';
import { routeTemplate } from '../common/http/index.js';

/** nginx's number for "the client hung up before the answer". */
const CLIENT_CLOSED = 499;

/** One line per request, written when the connection is done with it. */
export function accessLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const context = requestContext(request);
    request.log = logger.child({ requestId: context.requestId });
    const { method, socket } = request;
    const remoteAddress = socket.remoteAddress;
    response.once('close', () => {
      request.log.info(
        {
          traceId: context.traceparent.split('-')[1],
          method,
          route: routeTemplate(request),
          status: response.writableFinished ? response.statusCode : CLIENT_CLOSED,
          ms: Math.round((performance.now() - context.startedAt) * 10) / 10,
          bytes: response.writableFinished ? Number(response.getHeader('content-length') ?? 0) : 0,
          userId: request.principal?.userId,
          tier: request.tier,
          upstreamCalls: context.upstream.calls,
          remoteAddress,
        },
        'request',
      );
    });
    next();
  };
}
