import type { RequestHandler } from 'express';

import { jsonBodyReader } from '../common/http/index.js';

const MAX_BYTES = 64 * 1024;

/** Routes that read their body themselves, after the guards: nobody uploads megabytes without a token. */
const OWN_BODY = /^(?:\/v1)?\/(?:process|phase\d|services)(?:\/|$)/i;

export function readsItsBody(path: string): boolean {
  return OWN_BODY.test(path);
}

/** Parses the small JSON bodies of all other routes. */
export function smallJsonBodies(): RequestHandler {
  const read = jsonBodyReader(MAX_BYTES);
  return (request, response, next) => {
    if (readsItsBody(request.path)) {
      next();
      return;
    }
    read(request, response).then(() => {
      next();
    }, next);
  };
}
