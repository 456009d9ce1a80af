import type { RequestHandler } from 'express';

import { requestContext } from '../common/context/index.js';
import { finalStatus, routeTemplate } from '../common/http/index.js';
import type { Logging } from './create-logging.js';
import { LEVEL_NUMBERS } from './levels.js';
import { ACCESS } from './named-loggers.js';

/** One line per request, written when the connection is done with it. */
export function accessLog({
  accessLogger,
  levels,
}: Pick<Logging, 'accessLogger' | 'levels'>): RequestHandler {
  // Every field below is ours and holds no secret: looking for some in each line would cost more than all the rest.
  const lines = accessLogger.child({}, { redact: [] });
  return (request, response, next) => {
    const context = requestContext(request);
    const { method, socket } = request;
    const remoteAddress = socket.remoteAddress;
    response.once('close', () => {
      if (!levels.passes(ACCESS, LEVEL_NUMBERS.INFO)) return;
      lines.info(
        {
          requestId: context.requestId,
          traceId: context.traceparent.slice(3, 35),
          method,
          route: routeTemplate(request),
          status: finalStatus(response),
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
