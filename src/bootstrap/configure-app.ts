import { VERSION_NEUTRAL, VersioningType } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ErrorRequestHandler, RequestHandler } from 'express';

import { ProblemDetailsFilter } from '../common/errors/index.js';
import type { AppConfig } from '../config/index.js';
import {
  attachRequestContext,
  checkHost,
  checkPath,
  cors,
  healthOnly,
  lingerAfterEarlyAnswer,
  securityHeaders,
  shedLoad,
  smallJsonBodies,
} from '../edge/index.js';
import { type Logging, accessLog } from '../logging/index.js';
import { RequestMetrics } from '../metrics/index.js';
import { serveApiReference } from './api-reference.js';

/** Everything that happens to a request before its route, in this order. */
export function configureApp(
  app: NestExpressApplication,
  config: AppConfig,
  logging: Logging,
): NestExpressApplication {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  // Nobody else is believed about the address that a request came from: logins are slowed down by it.
  app.set('trust proxy', [...config.server.trusted_proxies]);
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: [VERSION_NEUTRAL, '1'] });
  app.use(
    inOrder(
      attachRequestContext(config.processing.request_deadline_seconds * 1000),
      accessLog(logging),
      app.get(RequestMetrics).middleware,
      lingerAfterEarlyAnswer(),
      securityHeaders(config.security),
      cors(config.cors),
      shedLoad(config.server.max_event_loop_delay_ms),
      checkHost(config.security.allowed_hosts),
      checkPath(),
      ...(config.runtime.process === 'worker' ? [healthOnly()] : []),
      smallJsonBodies(),
    ),
    problemAnswers(app.get(ProblemDetailsFilter)),
  );
  serveApiReference(app);
  return app;
}

/** One handler for Express, which would otherwise look for a path to match before each of them. */
function inOrder(...handlers: readonly RequestHandler[]): RequestHandler {
  return handlers.reduceRight<RequestHandler>(
    (following, handler) => (request, response, done) =>
      handler(request, response, (error?: unknown) => {
        if (error === undefined) void following(request, response, done);
        else done(error);
      }),
    (_request, _response, done) => {
      done();
    },
  );
}

/** Errors of the handlers above take the same way out as those of the routes. */
function problemAnswers(filter: ProblemDetailsFilter): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    filter.answer(error, request, response);
  };
}
