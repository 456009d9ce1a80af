import type { RequestHandler } from 'express';

import { RouteNotFoundError } from '../common/errors/index.js';

const HEALTH = /^(\/v1)?\/health(\/|$)/;

/** For a process that is none of those that answer requests: the cluster still asks how it is. */
export function healthOnly(): RequestHandler {
  return (request, _response, next) => {
    if (!HEALTH.test(request.path)) {
      throw new RouteNotFoundError(
        'This process carries out jobs; it answers only questions about its health.',
      );
    }
    next();
  };
}
