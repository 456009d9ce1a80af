import type { RequestHandler } from 'express';

import { MisdirectedRequestError } from '../common/errors/index.js';

const HEALTH = /^(\/v1)?\/health(\/|$)/;

/** For a process that is none of those that answer requests: the cluster still asks how it is. */
export function healthOnly(): RequestHandler {
  return (request, _response, next) => {
    if (!HEALTH.test(request.path)) {
      throw new MisdirectedRequestError(
        'This process carries out jobs; it answers questions about its health only.',
      );
    }
    next();
  };
}
