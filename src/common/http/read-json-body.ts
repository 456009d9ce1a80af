import { type Request, type Response, json } from 'express';

import {
  type AppError,
  ClientClosedRequestError,
  MalformedRequestError,
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../errors/index.js';

/** What body-parser says of a failure, by its documentation. */
interface BodyParserError {
  readonly type?: string;
  readonly limit?: number;
  readonly length?: number;
  readonly received?: number;
}

export type ReadJsonBody = (request: Request, response: Response) => Promise<void>;

/**
 * Parses a JSON body into `request.body` (which stays undefined for other media types).
 * @param limit bytes, counted after decompression
 * @throws MalformedRequestError, PayloadTooLargeError, UnsupportedMediaTypeError, ClientClosedRequestError
 */
export function jsonBodyReader(limit: number): ReadJsonBody {
  const parse = json({ limit, strict: true });
  return (request, response) =>
    new Promise((resolve, reject) => {
      if (request.is('application/json')) watchBody(request, limit, reject);
      parse(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(translate(error, limit));
      });
    });
}

/**
 * body-parser refuses a body only when its last byte is in, which may be in minutes or never; and under a
 * decompressor it does not hear that the client has gone.
 */
function watchBody(request: Request, limit: number, refuse: (error: AppError) => void): void {
  let received = 0;
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) refuse(new PayloadTooLargeError(limit, announced));
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > limit) refuse(new PayloadTooLargeError(limit, received));
  });
  request.once('close', () => {
    if (!request.complete) refuse(new ClientClosedRequestError());
  });
}

function translate(error: unknown, limit: number): AppError {
  const { type, length, received } = error as BodyParserError;
  switch (type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(limit, length ?? received ?? limit + 1);
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new UnsupportedMediaTypeError(['application/json; charset=utf-8']);
    case 'request.aborted':
      return new ClientClosedRequestError();
    default:
      // Without the cause: body-parser hangs the body on it, and a password must not get into a log.
      return new MalformedRequestError('The body is not valid JSON.');
  }
}
