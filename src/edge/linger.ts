import type { RequestHandler } from 'express';

const LINGER_MS = 2000;

/**
 * An answer may be out before the upload is in (401, 413). The rest is read and discarded for a moment, so that the
 * client gets to see the answer instead of a reset; then the connection ends, because a client may never stop sending.
 */
export function lingerAfterEarlyAnswer(): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      if (request.complete) return;
      const timer = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
      request.once('end', () => {
        clearTimeout(timer);
      });
      request.resume();
    });
    next();
  };
}
