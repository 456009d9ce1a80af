import type { RequestHandler } from 'express';

import { MalformedRequestError } from '../common/errors/index.js';

/**
 * Refuses a request target that is no path (RFC 9112, 3.2.1), and one that is not percent-encoded UTF-8, before a route
 * is looked for: otherwise the answer would depend on whether the route has a parameter there.
 */
export function checkPath(): RequestHandler {
  return (request, _response, next) => {
    const { path, originalUrl } = request;
    if (!originalUrl.startsWith('/')) throw new MalformedRequestError('The request target is not a path.');
    // decodeURIComponent throws URIError, which is a 400 like this one.
    if (path.includes('%')) decodeURIComponent(path);
    next();
  };
}
