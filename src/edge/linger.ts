import type { Request, RequestHandler, Response } from 'express';
import onHeaders from 'on-headers';

const LINGER_MS = 2000;

/**
 * An answer may be out before the upload is in (401, 413). The rest is read and discarded for a moment, so that the
 * client gets to see the answer instead of a reset; then the connection ends, because a client may never stop sending.
 */
export function lingerAfterEarlyAnswer(): RequestHandler {
  return (request, response, next) => {
    if (announcesBody(request)) {
      onHeaders(response, () => {
        if (!request.complete) linger(request, response);
      });
    }
    next();
  };
}

function announcesBody({ headers }: Request): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function linger(request: Request, response: Response): void {
  const { socket } = request;
  const closes = !response.shouldKeepAlive;
  // Node cuts a connection that is not kept alive at the end of the answer; this one we end ourselves.
  response.shouldKeepAlive = true;
  response.once('finish', () => {
    const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
    const finish = (): void => {
      clearTimeout(timer);
      if (closes) socket.end();
    };
    if (request.complete) finish();
    else request.once('end', finish).resume();
  });
}
